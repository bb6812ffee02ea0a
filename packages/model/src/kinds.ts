/** A kind that podlint judges: the one table from kind to pod template. */
export interface Kind {
  readonly apiVersion: string;
  readonly kind: string;
  /**
   * Names of the fields from the object down to the pod template; undefined for a kind without pods; empty for a Pod
   * itself.
   */
  readonly podTemplate?: readonly string[];
  /** The OpenAPI definition of the object. */
  readonly definition: string;
}

export const kinds: readonly Kind[] = [
  { apiVersion: 'v1', kind: 'Pod', podTemplate: [], definition: 'io.k8s.api.core.v1.Pod' },
  { apiVersion: 'v1', kind: 'PodTemplate', podTemplate: ['template'], definition: 'io.k8s.api.core.v1.PodTemplate' },
  {
    apiVersion: 'v1',
    kind: 'ReplicationController',
    podTemplate: ['spec', 'template'],
    definition: 'io.k8s.api.core.v1.ReplicationController',
  },
  {
    apiVersion: 'apps/v1',
    kind: 'ReplicaSet',
    podTemplate: ['spec', 'template'],
    definition: 'io.k8s.api.apps.v1.ReplicaSet',
  },
  {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    podTemplate: ['spec', 'template'],
    definition: 'io.k8s.api.apps.v1.Deployment',
  },
  {
    apiVersion: 'apps/v1',
    kind: 'StatefulSet',
    podTemplate: ['spec', 'template'],
    definition: 'io.k8s.api.apps.v1.StatefulSet',
  },
  {
    apiVersion: 'apps/v1',
    kind: 'DaemonSet',
    podTemplate: ['spec', 'template'],
    definition: 'io.k8s.api.apps.v1.DaemonSet',
  },
  { apiVersion: 'batch/v1', kind: 'Job', podTemplate: ['spec', 'template'], definition: 'io.k8s.api.batch.v1.Job' },
  {
    apiVersion: 'batch/v1',
    kind: 'CronJob',
    podTemplate: ['spec', 'jobTemplate', 'spec', 'template'],
    definition: 'io.k8s.api.batch.v1.CronJob',
  },
  { apiVersion: 'v1', kind: 'ConfigMap', definition: 'io.k8s.api.core.v1.ConfigMap' },
  { apiVersion: 'v1', kind: 'Secret', definition: 'io.k8s.api.core.v1.Secret' },
];

/** The kind that a document's apiVersion and kind name together. */
export function findKind(apiVersion: string, kind: string): Kind | undefined {
  return kinds.find((entry) => entry.kind === kind && entry.apiVersion === apiVersion);
}

/** The kind of that name under whichever apiVersion. */
export function findKindByName(kind: string): Kind | undefined {
  return kinds.find((entry) => entry.kind === kind);
}
