import { podTemplateOf, type Kind } from '@podlint/model';
import { isObject, own, type Json } from '../../crd/values/json.js';
import { metadataOf, textAt } from '../objects/resource.js';

/** The Pod that a controller makes of its template, and how many of it. */
export interface MadePods {
  readonly pod: Json;
  readonly count: number;
}

const replicated: ReadonlySet<string> = new Set(['Deployment', 'ReplicaSet', 'StatefulSet', 'ReplicationController']);

/**
 * Undefined for objects that make no Pods. `controller` has its defaults; the labels are those of the manifest, as a Job
 * adds some of its own.
 */
export function podsOf(controller: Json, manifest: Json, kind: Kind): MadePods | undefined {
  const template = kind.podTemplate?.length ? podTemplateOf(kind, controller) : undefined;
  if (!template || kind.kind === 'PodTemplate') return undefined;
  const { labels, annotations } = metadataOf(podTemplateOf(kind, manifest) ?? {});
  const metadata = {
    generateName: `${textAt(metadataOf(controller), 'name')}-`,
    namespace: metadataOf(controller)['namespace'],
    ...(labels !== undefined && { labels }),
    ...(annotations !== undefined && { annotations }),
  };
  const pod: Json = { apiVersion: 'v1', kind: 'Pod', metadata, spec: own(template, 'spec') };
  return { pod, count: replicated.has(kind.kind) ? replicasOf(controller) : 1 };
}

function replicasOf(controller: Json): number {
  const spec = own(controller, 'spec');
  const replicas = isObject(spec) ? own(spec, 'replicas') : undefined;
  return typeof replicas === 'number' ? replicas : 1;
}
