/**
 * Why an object, a document or a whole file was not checked. A skip is counted and named; it never looks like a pass.
 */
export type SkipReason =
  | 'empty document'
  | 'not a Kubernetes object'
  | 'kind without a definition'
  | 'kind whose pod template is not judged'
  | 'only its pod template is judged'
  | 'fragment without apiVersion and kind'
  | 'kustomize patch'
  | 'assertion of a test'
  | 'kustomize component that nothing takes in'
  | 'kustomization that does not build'
  | 'kustomization with parts that are not run'
  | 'not fetched and not run'
  | 'placeholder ${...}'
  | 'encrypted'
  | 'fault of podlint'
  | TemplateReason;

/** A text that a program makes manifests from: what it will say, only that program knows. */
export type TemplateReason =
  'template with {{ }}' | 'template with {% %}' | 'template with <% %>' | 'template with #@' | 'template with ## ##';

const templateReasons: ReadonlySet<string> = new Set<TemplateReason>([
  'template with {{ }}',
  'template with {% %}',
  'template with <% %>',
  'template with #@',
  'template with ## ##',
]);

export function isTemplateReason(reason: string | undefined): boolean {
  return reason !== undefined && templateReasons.has(reason);
}
