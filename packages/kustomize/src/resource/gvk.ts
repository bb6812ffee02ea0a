/** Group, version and kind; empty parts of a selector stand for any. */
export interface Gvk {
  readonly group: string;
  readonly version: string;
  readonly kind: string;
}

export function apiVersionOf({ group, version }: Gvk): string {
  return group === '' ? version : `${group}/${version}`;
}

export function parseApiVersion(apiVersion: string): Pick<Gvk, 'group' | 'version'> {
  const at = apiVersion.indexOf('/');
  return at < 0
    ? { group: '', version: apiVersion }
    : { group: apiVersion.slice(0, at), version: apiVersion.slice(at + 1) };
}

/** True where each part that the selector names is the same (gvk.go, IsSelected). */
export function isSelected(gvk: Gvk, selector: Partial<Gvk>): boolean {
  return (
    (!selector.group || gvk.group === selector.group) &&
    (!selector.version || gvk.version === selector.version) &&
    (!selector.kind || gvk.kind === selector.kind)
  );
}

export function sameGvk(a: Gvk, b: Gvk): boolean {
  return a.group === b.group && a.version === b.version && a.kind === b.kind;
}

const orderFirst = [
  'Namespace',
  'ResourceQuota',
  'StorageClass',
  'CustomResourceDefinition',
  'ServiceAccount',
  'PodSecurityPolicy',
  'Role',
  'ClusterRole',
  'RoleBinding',
  'ClusterRoleBinding',
  'ConfigMap',
  'Secret',
  'Endpoints',
  'Service',
  'LimitRange',
  'PriorityClass',
  'PersistentVolume',
  'PersistentVolumeClaim',
  'Deployment',
  'StatefulSet',
  'CronJob',
  'PodDisruptionBudget',
];
const orderLast = ['MutatingWebhookConfiguration', 'ValidatingWebhookConfiguration'];

/** The legacy order of kinds (SortOrderTransformer.go, defaultOrderFirst and defaultOrderLast; gvk.go has the same). */
export const legacyOrder: ReadonlyMap<string, number> = kindOrder(orderFirst, orderLast);

export function kindOrder(first: readonly string[], last: readonly string[]): ReadonlyMap<string, number> {
  return new Map([
    ...first.map((kind, i): [string, number] => [kind, i - first.length]),
    ...last.map((kind, i): [string, number] => [kind, i + 1]),
  ]);
}

/** The order of rows in configurations (gvk.go, IsLessThan). */
export function compareGvk(a: Partial<Gvk>, b: Partial<Gvk>): number {
  const order = (legacyOrder.get(a.kind ?? '') ?? 0) - (legacyOrder.get(b.kind ?? '') ?? 0);
  return order !== 0 ? order : compareText(sortText(a), sortText(b));
}

export function sortText({ group, version, kind }: Partial<Gvk>): string {
  return `${group || '~G'}_${version || '~V'}_${kind || '~K'}`;
}

export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
