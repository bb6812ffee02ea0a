import type { Context, KubernetesObject, NameProblem } from '@podlint/validation';

/**
 * What the server does with one kind, after its registry strategies (pkg/registry in k8s.io/kubernetes). Metadata is
 * checked apart.
 */
export interface Strategy<T extends KubernetesObject = KubernetesObject> {
  readonly nameProblem: NameProblem;
  /** What names have to fit in a version where that is not `nameProblem`. */
  nameProblemIn?(context: Context): NameProblem | undefined;
  /** Whether the server counts the changes of an object's spec: `metadata.generation`. */
  readonly countsGenerations?: true;
  /** Whether an update checks the name as strictly as creation does; otherwise it only has to fit a URL. */
  readonly updateChecksName?: true | ((context: Context) => boolean);
  /**
   * The kind's own checks leave metadata alone: on create, what holds for every kind is asked after they found nothing
   * (BeforeCreate, apiserver/pkg/registry/rest). `plainly`: they ask apimachinery alone, to which a finalizer needs no
   * domain.
   */
  readonly checksMetadata?: 'no' | 'plainly';
  /** What generateName has to fit on create, where that is not what names have to. */
  generateNameProblem?(context: Context): NameProblem | undefined;
  /** The name that comes of a generateName, where the server does not make it up as usual. */
  generateName?(base: string): string;
  /**
   * Fills in and removes what creation fills in and removes (PrepareForCreate), besides the pod template's own fields.
   * What it reports is the whole answer: the object is not checked any more.
   */
  prepareForCreate?(object: T, context: Context): void;
  /** Everything that a new object must fulfil. */
  validateCreate(object: T, context: Context): void;
  /** Carries over from the stored object what the server made up or keeps for itself. */
  prepareForUpdate?(object: T, old: T, context: Context): void;
  /** What an object must fulfil as the successor of the stored one. */
  validateUpdate(object: T, old: T, context: Context): void;
}
