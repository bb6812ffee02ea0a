import { FieldPath, type Kind, type PodTemplate, podTemplateOf } from '@podlint/model';

/** The metadata and spec of an object's pods, and where in the object they are. */
export interface PodPlace {
  readonly template: PodTemplate;
  /** The document for a Pod, the template's own path otherwise. */
  readonly path: FieldPath;
}

export function podPlaceOf(kind: Kind, object: object): PodPlace | undefined {
  const template = podTemplateOf(kind, object);
  if (!template) return undefined;
  const path = (kind.podTemplate ?? []).reduce((parent, field) => parent.child(field), FieldPath.root);
  return { template, path };
}

/** Whether the spec is a Pod's own, not a template's: some checks wait until a Pod is made of the template. */
export function isPodItself(specPath: FieldPath): boolean {
  return specPath.parent === FieldPath.root;
}
