/**
 * What environment variables and downward API volumes may read of a pod.
 * Facts: validateObjectFieldSelector and validateContainerResourceFieldSelector
 * (pkg/apis/core/validation/validation.go), ConvertDownwardAPIFieldLabel (pkg/apis/core/pods/helpers.go).
 */
export type AllowedFieldPaths = ReadonlySet<string>;

/** Fields of a pod that an environment variable can show. */
export const environmentFieldPaths: AllowedFieldPaths = new Set([
  'metadata.name',
  'metadata.namespace',
  'metadata.uid',
  'spec.nodeName',
  'spec.serviceAccountName',
  'status.hostIP',
  'status.hostIPs',
  'status.podIP',
  'status.podIPs',
]);

/** Fields of a pod that a file of a downward API volume can show. */
export const volumeFieldPaths: AllowedFieldPaths = new Set([
  'metadata.name',
  'metadata.namespace',
  'metadata.labels',
  'metadata.annotations',
  'metadata.uid',
]);

/** Every path that `v1` knows; one that is here but not in the allowed set is a known field in the wrong place. */
export const knownFieldPaths: AllowedFieldPaths = new Set([
  ...environmentFieldPaths,
  ...volumeFieldPaths,
  'spec.restartPolicy',
  'spec.schedulerName',
  'status.phase',
]);

/** The name that clients of the first `v1` used for spec.nodeName. */
export const legacyNodeNamePath = 'spec.host';
