import type { Meant } from './run-index.js';

const names: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ['ServiceAccount', new Set(['default'])],
  ['ConfigMap', new Set(['kube-root-ca.crt'])],
  ['Service', new Set(['kubernetes', 'kube-dns'])],
  ['ClusterRole', new Set(['cluster-admin', 'admin', 'edit', 'view'])],
  ['Role', new Set(['extension-apiserver-authentication-reader'])],
  ['PriorityClass', new Set(['system-node-critical', 'system-cluster-critical'])],
  [
    'PriorityLevelConfiguration',
    new Set('exempt catch-all global-default leader-election node-high system workload-high workload-low'.split(' ')),
  ],
]);

/** Kinds whose objects no manifest holds, or that are no objects at all. */
const outside: ReadonlySet<string> = new Set(['Node', 'User', 'Group']);

/** Whether every cluster has the object, or nobody can say. */
export function isAlwaysThere({ kind, name }: Meant): boolean {
  return outside.has(kind) || name.startsWith('system:') || (names.get(kind)?.has(name) ?? false);
}
