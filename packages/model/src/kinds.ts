import { judgedKinds, otherKinds, type BuiltInKind } from '@podlint/schemas';

/** A built-in kind: what it is called, where it is, what it consists of. */
export type Kind = BuiltInKind;

/** What has a structure: an object of a kind, or a part of one that was cut out. */
export type Structured = Pick<Kind, 'kind' | 'definition'>;

/** The kinds that podlint judges, those with pods first. */
export const kinds: readonly Kind[] = Object.values(judgedKinds);

/** The API groups of Kubernetes itself. */
export const ownGroups: ReadonlySet<string> = new Set(
  [...kinds, ...Object.values(otherKinds)].map(({ group }) => group),
);

/** The kind that a document's apiVersion and kind name together. */
export function findKind(apiVersion: string, kind: string): Kind | undefined {
  return kinds.find((entry) => entry.kind === kind && entry.apiVersion === apiVersion);
}

/** The kind of that name under whichever apiVersion. */
export function findKindByName(kind: string): Kind | undefined {
  return kinds.find((entry) => entry.kind === kind);
}

let clusterScoped: ReadonlySet<string> | undefined;

/** Whether objects of a built-in kind of that name stand outside of namespaces. */
export function isClusterScoped(kind: string): boolean {
  clusterScoped ??= new Set(
    [...kinds, ...Object.values(otherKinds)].filter(({ scope }) => scope === 'cluster').map((entry) => entry.kind),
  );
  return clusterScoped.has(kind);
}
