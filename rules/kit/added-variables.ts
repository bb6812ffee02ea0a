import type { ObjectView, PodView } from '@podlint/engine/rule';
import type { batch, Decoded } from '@podlint/model';
import { typed } from './typed.js';

/**
 * Where a controller puts variables of its own among those of a container: what is above them cannot refer to them.
 * `perhaps`: nobody knows what the controller of a custom resource adds.
 */
type AddedPlace = 'first' | 'last' | 'perhaps';

interface Added {
  readonly names: RegExp;
  readonly place: 'first' | 'last';
}

const ofIndexedJobs: Added = { names: /^JOB_COMPLETION_INDEX$/, place: 'last' };

/** By the group of what the controller reads. Each with the file that adds them. */
const ofGroups: ReadonlyMap<string, Added> = new Map([
  // kubernetes-sigs/lws, pkg/utils/pod/pod_utils.go: addEnvVarsIfNotExists. The variables of TPUs come last, which
  // matters to nobody who does not refer to them in a value.
  ['leaderworkerset.x-k8s.io', { names: /^(?:LWS|TPU)_/, place: 'first' }],
  // kubernetes-sigs/jobset, pkg/webhooks/jobset_webhook.go: its Jobs are indexed unless they say otherwise.
  ['jobset.x-k8s.io', ofIndexedJobs],
  // kubeflow/trainer v1, pkg/controller.v1: pytorch, tensorflow, xgboost, paddlepaddle and jax.
  [
    'kubeflow.org',
    {
      names:
        /^(?:PET_\w+|PADDLE_\w+|MASTER_(?:ADDR|PORT)|WORKER_(?:ADDRS|PORT)|WORLD_SIZE|RANK|TF_CONFIG|COORDINATOR_(?:ADDRESS|PORT)|NUM_PROCESSES|PROCESS_ID|PYTHONUNBUFFERED)$/,
      place: 'last',
    },
  ],
  // ray-project/kuberay, ray-operator/controllers/ray/common/pod.go: setContainerEnvVars.
  ['ray.io', { names: /^(?:RAY_\w+|FQ_RAY_IP|KUBERAY_GEN_RAY_START_CMD|REDIS_PASSWORD)$/, place: 'last' }],
  // volcano-sh/volcano, pkg/controllers/job/plugins: env, svc and the frameworks.
  [
    'batch.volcano.sh',
    {
      names: /^(?:V[CK]_\w+|MASTER_(?:ADDR|PORT)|WORLD_SIZE|RANK|TF_CONFIG|MPI_HOST)$/,
      place: 'last',
    },
  ],
  // knative/serving, pkg/reconciler/revision/resources/env_var.go and deploy.go.
  ['serving.knative.dev', { names: /^(?:K_\w+|PORT)$/, place: 'last' }],
]);

/** Where the controller of a pod adds a variable of this name, if it may. */
export function whereAdded({ object }: PodView, name: string): AddedPlace | undefined {
  const { group } = object.kind;
  if (!group.includes('.'))
    return ofIndexedJobs.names.test(name) && isIndexed(object) ? ofIndexedJobs.place : undefined;
  const added = ofGroups.get(group);
  return added?.names.test(name) ? added.place : 'perhaps';
}

/** kubernetes, pkg/controller/job/indexed_job_utils.go: addCompletionIndexEnvVariable. */
function isIndexed(object: ObjectView): boolean {
  const job = jobOf(object);
  return job?.completionMode === 'Indexed';
}

function jobOf(object: ObjectView): Decoded<batch.JobSpec> | undefined {
  if (object.kind.kind === 'Job') return typed<batch.Job>(object).value.spec;
  if (object.kind.kind === 'CronJob') return typed<batch.CronJob>(object).value.spec?.jobTemplate?.spec;
  return undefined;
}
