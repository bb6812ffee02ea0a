import type { KubernetesObject } from '@podlint/validation';
import type { Decoded, core, node, scheduling } from '@podlint/model';

/** The objects that plugins look for, by the names of their kinds. */
interface Kinds {
  readonly LimitRange: Decoded<core.LimitRange>;
  readonly PriorityClass: Decoded<scheduling.PriorityClass>;
  readonly ResourceQuota: Decoded<core.ResourceQuota>;
  readonly RuntimeClass: Decoded<node.RuntimeClass>;
  readonly ServiceAccount: Decoded<core.ServiceAccount>;
}

type KindName = keyof Kinds;

const names: ReadonlySet<string> = new Set<KindName>([
  'LimitRange',
  'PriorityClass',
  'ResourceQuota',
  'RuntimeClass',
  'ServiceAccount',
]);

/** What admission finds in a cluster. */
export class Cluster {
  private readonly byKind = new Map<string, KubernetesObject[]>();

  /** `isWhole`: what is not among the objects does not exist; else nobody knows. */
  constructor(readonly isWhole: boolean) {}

  static isLookedAt(kind: string): kind is KindName {
    return names.has(kind);
  }

  add(kind: KindName, object: KubernetesObject): void {
    this.byKind.set(kind, [...(this.byKind.get(kind) ?? []), object]);
  }

  find<Name extends KindName>(kind: Name, name: string, namespace?: string): Kinds[Name] | undefined {
    return this.all(kind, namespace).find(({ metadata }) => metadata?.name === name);
  }

  /** In the order of their names, so that answers do not depend on anything else. */
  all<Name extends KindName>(kind: Name, namespace?: string): readonly Kinds[Name][] {
    const objects = (this.byKind.get(kind) ?? []) as Kinds[Name][];
    return objects
      .filter(({ metadata }) => namespace === undefined || metadata?.namespace === namespace)
      .toSorted((a, b) => compareText(a.metadata?.name ?? '', b.metadata?.name ?? ''));
  }
}

export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
