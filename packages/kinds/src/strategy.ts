import type { Context, KubernetesObject, NameProblem } from '@podlint/validation';

/**
 * What the server does with one kind, after its registry strategies (pkg/registry in k8s.io/kubernetes). Metadata is
 * checked apart.
 */
export interface Strategy<T extends KubernetesObject = KubernetesObject> {
  readonly nameProblem: NameProblem;
  /** Whether the server counts the changes of an object's spec: `metadata.generation`. */
  readonly countsGenerations?: true;
  /** Whether an update checks the name as strictly as creation does; otherwise it only has to fit a URL. */
  readonly updateChecksName?: true;
  /** What generateName has to fit on create, where that is not what names have to. */
  generateNameProblem?(context: Context): NameProblem | undefined;
  /**
   * Fills in and removes what creation fills in and removes (PrepareForCreate), besides the pod template's own fields.
   */
  prepareForCreate?(object: T, context: Context): void;
  /** Everything that a new object must fulfil. */
  validateCreate(object: T, context: Context): void;
  /** Carries over from the stored object what the server made up or keeps for itself. */
  prepareForUpdate?(object: T, old: T, context: Context): void;
  /** What an object must fulfil as the successor of the stored one. */
  validateUpdate(object: T, old: T, context: Context): void;
}
