import type { Field, ObjectView } from '@podlint/engine/rule';
import type { apps } from '@podlint/model';
import { typed } from './typed.js';

/** Workloads that run several equal Pods, and let the user say how many. */
const replicated: ReadonlySet<string> = new Set(['Deployment', 'ReplicaSet', 'StatefulSet', 'ReplicationController']);

export interface Replicas {
  readonly count: number;
  readonly at: Field;
}

/** How many Pods a workload asks for; undefined for kinds that do not count their Pods. */
export function replicasOf(object: ObjectView): Replicas | undefined {
  if (!replicated.has(object.kindName)) return undefined;
  const { value, at } = typed<apps.Deployment>(object);
  return { count: value.spec?.replicas ?? 1, at: at.spec.replicas };
}
