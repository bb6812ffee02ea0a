import { objectsOfKinds } from '../documents/definitions.js';
import type { SourceFile } from '../documents/source-file.js';
import { needsOf, type TextNeeds } from '../documents/text-needs.js';

/** Objects by which admission decides on others, as JSON. */
export interface KnownAdmission {
  /** Policies, their params, LimitRanges and their like. */
  readonly known: readonly object[];
  /** The objects of all files, in their order; none where there are no quotas, which sum them up. */
  readonly all: readonly object[];
  /** Plugins that this cluster runs besides those that every cluster runs. */
  readonly plugins: readonly string[];
}

/** What admission looks at besides what decides on others, and the params of policies. */
const lookedAt = [
  'LimitRange',
  'MutatingAdmissionPolicy',
  'MutatingAdmissionPolicyBinding',
  'Namespace',
  'PriorityClass',
  'ResourceQuota',
  'RuntimeClass',
  'ServiceAccount',
  'ValidatingAdmissionPolicy',
  'ValidatingAdmissionPolicyBinding',
];

interface AdmissionFile {
  readonly source: SourceFile;
  /** By kinds, as asked for before. */
  readonly found: Map<string, readonly object[]>;
}

/** Gathers the objects that admission looks at from files, whether these are all there or come one after another. */
export class AdmissionObjects {
  private readonly files = new Map<string, AdmissionFile>();
  /** Files that may hold an object that decides on others. */
  private readonly deciding = new Set<string>();
  private named: readonly object[] = [];
  private plugins: readonly string[] = [];

  /** `asked`: it is asked for, whether anything decides on others or not. */
  constructor(private readonly asked?: 'always') {}

  set(source: SourceFile, needs: Pick<TextNeeds, 'admission'> | undefined = needsIn(source)): void {
    this.files.set(source.path, { source, found: new Map() });
    if (needs?.admission) this.deciding.add(source.path);
    else this.deciding.delete(source.path);
  }

  remove(path: string): void {
    this.files.delete(path);
    this.deciding.delete(path);
  }

  /** Objects of files that are named besides those of the run. */
  give(objects: readonly object[]): void {
    this.named = objects;
  }

  /** Plugins that run besides those of every cluster. */
  enable(plugins: readonly string[]): void {
    this.plugins = plugins;
  }

  /** Whether anything decides on others. */
  get isNeeded(): boolean {
    return this.asked === 'always' || this.named.length + this.plugins.length + this.deciding.size > 0;
  }

  /** Undefined where nothing decides on others. */
  gather(): KnownAdmission | undefined {
    if (!this.isNeeded) return undefined;
    const first = [...this.inFiles(lookedAt), ...this.named];
    const params = [...new Set(first.flatMap(paramKindOf))].filter((kind) => !lookedAt.includes(kind));
    const known = params.length === 0 ? first : [...first, ...this.inFiles(params)];
    // Only quotas sum up what is in all files.
    const hasQuotas = known.some((object) => 'kind' in object && object.kind === 'ResourceQuota');
    return { known, all: hasQuotas ? this.inFiles(undefined) : [], plugins: this.plugins };
  }

  private inFiles(kinds: readonly string[] | undefined): object[] {
    const key = kinds?.join() ?? '*';
    return [...this.files.values()].flatMap(({ source, found }) => {
      const objects = found.get(key) ?? objectsOfKinds(source, kinds && new Set(kinds));
      found.set(key, objects);
      return objects;
    });
  }
}

function needsIn(source: SourceFile): TextNeeds | undefined {
  return 'text' in source ? needsOf(source.text) : undefined;
}

function paramKindOf(object: object): string[] {
  const { spec } = object as { spec?: { paramKind?: { kind?: unknown } | null } | null };
  const kind = spec?.paramKind?.kind;
  return typeof kind === 'string' ? [kind] : [];
}
