import { podTemplateOf, type Kind } from '@podlint/model';
import type { KubernetesObject } from '@podlint/validation';
import type { Cluster } from '../objects/cluster.js';
import { fillContainers } from '../plugins/limit-defaults.js';

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
