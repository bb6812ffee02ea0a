import { storedForm } from '@podlint/kinds';
import { findKind, type Kind, type Minor, type PodTemplate } from '@podlint/model';
import { copyOf } from '@podlint/plain';
import type { KubernetesObject } from '@podlint/validation';
import type { Json } from '../../crd/values/json.js';
import { metadataOf, textAt } from '../objects/resource.js';

/** The template of an object whose kind Kubernetes does not know, in an object that it knows. */
export interface TemplateObject {
  readonly kind: Kind;
  /** Holds the template itself, and no copy. */
  readonly object: KubernetesObject;
}

export function templateObject(template: PodTemplate, owner: Json): TemplateObject | undefined {
  const kind = findKind('v1', 'PodTemplate');
  const { namespace } = metadataOf(owner);
  const metadata = typeof namespace === 'string' ? { namespace } : {};
  return kind && { kind, object: { metadata, template } as KubernetesObject };
}

/** The Pod that the owner's controller makes of the template, as it asks the server for it. */
export function podOfTemplate({ kind, object }: TemplateObject, owner: Json, minor: Minor): Json {
  const { template } = storedForm(kind, copyOf(object), minor) as { readonly template: Json };
  const { labels, annotations } = metadataOf(template);
  const { namespace } = metadataOf(owner);
  const metadata = {
    generateName: `${textAt(metadataOf(owner), 'name')}-`,
    ...(namespace !== undefined && { namespace }),
    ...(labels !== undefined && { labels }),
    ...(annotations !== undefined && { annotations }),
  };
  return { apiVersion: 'v1', kind: 'Pod', metadata, spec: template['spec'] };
}
