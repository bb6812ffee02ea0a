import { FieldPath } from '@podlint/field-path';
import { applyDefaults, convertToInternal, decodeJson } from '@podlint/kinds';
import { podTemplateOf, type Kind, type Minor } from '@podlint/model';
import { copyOf } from '@podlint/plain';
import type { KubernetesObject } from '@podlint/validation';
import type { Json } from '../../crd/values/json.js';
import { metadataOf } from '../objects/resource.js';
import type { Cluster } from '../objects/cluster.js';
import { fillContainers } from '../plugins/limit-defaults.js';
import { pullPoliciesIn } from '../plugins/always-pull-images.js';
import type { Pod } from '../plugins/plugin.js';

/**
 * What a LimitRange gives to Pods when they are made: rules about requests and limits look at it. A template does not
 * get it on the server, though its Pods do.
 */
export function fillTemplate(kind: Kind, object: KubernetesObject, cluster: Cluster): void {
  const template = podTemplateOf(kind, object);
  if (!template?.spec) return;
  const { spec } = template;
  for (const { spec: limits } of cluster.all('LimitRange', object.metadata?.namespace ?? 'default'))
    fillContainers({ spec }, limits?.limits ?? []);
}

/**
 * What AlwaysPullImages gives to Pods when they are made; returns where that is, as what the manifest says there does
 * not matter.
 */
export function fillPullPolicies(kind: Kind, object: KubernetesObject): FieldPath[] {
  const spec = podTemplateOf(kind, object)?.spec;
  if (!spec) return [];
  return pullPoliciesIn(spec).map(({ way, pullAlways }) => {
    pullAlways();
    return way.rebase(FieldPath.root, FieldPath.root.below([...(kind.podTemplate ?? []), 'spec']));
  });
}

/** Puts another object, as JSON, in the place of a decoded one that has its defaults. */
export function becomeJson(object: KubernetesObject, json: Json, kind: Kind, minor: Minor): void {
  const next: KubernetesObject = decodeJson(copyOf(json) as never, kind, minor).value;
  applyDefaults(kind, next, minor);
  convertToInternal(kind, next);
  const { metadata } = object;
  for (const name of Object.keys(object)) Reflect.deleteProperty(object, name);
  Object.assign(object, next);
  // What the server makes up is not in the JSON.
  if (metadata?.uid !== undefined) Object.assign((object.metadata ??= {}), { uid: metadata.uid });
}

/** Gives a template what a Pod that is made of it has in the end, in the same way as limits. */
export function fillPodTemplate(kind: Kind, object: KubernetesObject, pod: Json, minor: Minor): void {
  const template = podTemplateOf(kind, object);
  if (!template) return;
  const { spec }: Pod = decodeJson(copyOf(pod) as never, { kind: 'Pod', definition: 'core.v1.Pod' }, minor).value;
  const { labels, annotations } = metadataOf(pod) as NonNullable<typeof template.metadata>;
  if (spec) template.spec = spec;
  template.metadata = { ...template.metadata, ...(labels && { labels }), ...(annotations && { annotations }) };
}
