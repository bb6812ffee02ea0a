import { sameGvk, type Gvk } from './gvk.js';

const defaultNamespace = 'default';
const notANamespace = '_non_namespaceable_';

/** What names an object in a build (resid.go, ResId). */
export interface ResId {
  readonly gvk: Gvk;
  readonly name: string;
  readonly namespace: string;
  /** Only of ids of objects as they are now; former ids and selectors do not know (gvk.go, NewGvk). */
  readonly isClusterScoped: boolean;
}

/** A namespace that is never empty: that of an id for comparisons. */
export function effectiveNamespace({ namespace, isClusterScoped }: ResId): string {
  if (isClusterScoped) return notANamespace;
  return namespace === '' ? defaultNamespace : namespace;
}

export function sameNamespace(a: ResId, b: ResId): boolean {
  return effectiveNamespace(a) === effectiveNamespace(b);
}

export function sameGvkAndName(a: ResId, b: ResId): boolean {
  return a.name === b.name && sameGvk(a.gvk, b.gvk);
}

export function sameId(a: ResId, b: ResId): boolean {
  return sameNamespace(a, b) && sameGvkAndName(a, b);
}

/** Equal for the same ids, and only for those. */
export function idKey(id: ResId): string {
  const { group, version, kind } = id.gvk;
  return [effectiveNamespace(id), group, version, kind, id.name].join('\n');
}

/** For messages: `Deployment apps/v1 name in namespace`. */
export function idText({ gvk: { group, version, kind }, name, namespace }: ResId): string {
  const api = [group, version].filter(Boolean).join('/');
  return `${kind}${api && ` (${api})`} "${name}"${namespace && ` in namespace ${namespace}`}`;
}
