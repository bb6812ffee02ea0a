import { own } from '@podlint/plain';
import type { FieldPath } from '@podlint/model';
import { judgedKinds } from '@podlint/schemas';
import type { FieldError } from '@podlint/validation';
import { hasList, isAboutVolume } from './claims.js';
import type { ContainerJson, Embedding, PodTemplateJson } from './embedding.js';

const podTemplate = judgedKinds['core.v1.PodTemplate'];
const job = judgedKinds['batch.v1.Job'];

/** The kinds whose template is all that becomes of their pods. Each with the file that says so. */
export const embeddings: readonly Embedding[] = [
  // argoproj/argo-rollouts, pkg/apis/rollouts/validation/validation.go, ValidateRolloutSpec: as a ReplicaSet's.
  {
    group: 'argoproj.io',
    kind: 'Rollout',
    within: [],
    replicas: 1,
    like: judgedKinds['apps.v1.Deployment'],
    takes: ['selector', 'template'],
  },
  // openkruise/kruise, pkg/webhook/cloneset/validating/validation.go: claims count as volumes.
  {
    group: 'apps.kruise.io',
    kind: 'CloneSet',
    within: [],
    replicas: 1,
    like: judgedKinds['apps.v1.Deployment'],
    takes: ['selector', 'template'],
    mends: (error, { spec }) => isAboutVolume(error) && hasList(spec, 'volumeClaimTemplates'),
  },
  // openkruise/kruise, pkg/webhook/statefulset/validating.
  {
    group: 'apps.kruise.io',
    kind: 'StatefulSet',
    within: [],
    replicas: 1,
    like: judgedKinds['apps.v1.StatefulSet'],
    takes: ['selector', 'template', 'volumeClaimTemplates'],
  },
  // openkruise/kruise, pkg/webhook/daemonset/validating/daemonset_validation.go.
  {
    group: 'apps.kruise.io',
    kind: 'DaemonSet',
    within: [],
    like: judgedKinds['apps.v1.DaemonSet'],
    takes: ['selector', 'template'],
  },
  // openkruise/kruise, pkg/webhook/broadcastjob/validating.
  { group: 'apps.kruise.io', kind: 'BroadcastJob', within: ['spec'], like: podTemplate },
  // openkruise/kruise, apis/apps/v1beta1/advancedcronjob_types.go: CronJobTemplate.
  {
    group: 'apps.kruise.io',
    kind: 'AdvancedCronJob',
    within: ['spec', 'template', 'jobTemplate', 'spec'],
    like: podTemplate,
    makes: job,
  },
  // openshift/openshift-apiserver, pkg/apps/apis/apps/validation/validation.go, ValidateDeploymentConfigSpec: as a
  // ReplicationController's, but that an image may come from an ImageStream (handleEmptyImageReferences).
  {
    group: 'apps.openshift.io',
    kind: 'DeploymentConfig',
    within: [],
    replicas: 0,
    like: judgedKinds['core.v1.ReplicationController'],
    takes: ['selector', 'template'],
    mends: ({ field }, { spec }) => field.segment === 'image' && hasImageTrigger(spec),
  },
  // kedacore/keda, apis/keda/v1alpha1/scaledjob_types.go: jobTargetRef is the spec of the Jobs. The restart policy is
  // filled in (pkg/scaling/executor/scale_jobs.go, generateJobs).
  {
    group: 'keda.sh',
    kind: 'ScaledJob',
    replicas: 'on demand',
    within: ['spec', 'jobTargetRef'],
    like: podTemplate,
    makes: job,
    complete: ({ spec }) => {
      if (spec) spec.restartPolicy ||= 'OnFailure';
    },
  },
  // kubeflow/kubeflow, components/notebook-controller/api/v1/notebook_types.go: NotebookTemplateSpec.
  { group: 'kubeflow.org', kind: 'Notebook', within: ['spec'], like: podTemplate },
  // knative/serving, pkg/apis/serving/v1/revision_types.go and revision_defaults.go: names, probes and their ports are
  // filled in.
  ...['Service', 'Configuration'].map((kind) => ({
    group: 'serving.knative.dev',
    kind,
    replicas: 'on demand' as const,
    within: ['spec'],
    like: podTemplate,
    moreFields: ['containerConcurrency', 'timeoutSeconds', 'responseStartTimeoutSeconds', 'idleTimeoutSeconds'],
    complete: nameContainers,
    mends: ({ field }: FieldError) => isIn(field, ['readinessProbe', 'livenessProbe', 'startupProbe']),
  })),
];

function isIn({ segments }: FieldPath, names: readonly string[]): boolean {
  return names.some((name) => segments.includes(name));
}

/** As revision_defaults.go, applyDefaultContainerNames, but for names that are taken. */
function nameContainers({ spec }: PodTemplateJson): void {
  const { containers = [], initContainers = [] } = spec ?? {};
  nameEach(containers, 'user-container');
  nameEach(initContainers, 'init-container');
}

function nameEach(containers: readonly ContainerJson[], base: string): void {
  const nameOf = (index: number): string => (containers.length === 1 ? base : `${base}-${index}`);
  containers.forEach((container, index) => (container.name ||= nameOf(index)));
}

function hasImageTrigger(spec: unknown): boolean {
  const triggers = fieldOf(spec, 'triggers');
  return Array.isArray(triggers) && triggers.some((trigger) => fieldOf(trigger, 'type') === 'ImageChange');
}

function fieldOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? own(value as Record<string, unknown>, name) : undefined;
}
