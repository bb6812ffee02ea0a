/** Why an object, a document or a whole file was not checked. A skip is counted and named; it never looks like a pass. */
export type SkipReason =
  | 'empty document'
  | 'not a Kubernetes object'
  | 'kind without a pod template'
  | 'fragment without apiVersion and kind'
  | 'template with {{ }}';
