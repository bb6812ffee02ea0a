import { hasList, isAboutVolume } from './claims.js';
import type { PlacedEmbedding } from './embedding.js';

type Way = readonly string[];

function templates(group: string, kind: string, ...places: readonly Way[]): PlacedEmbedding {
  return { group, kind, places, part: 'template', pods: 'whole' };
}

/** The controller merges the template into one of its own. */
function merged(group: string, kind: string, ...places: readonly Way[]): PlacedEmbedding {
  return { group, kind, places, part: 'template', pods: 'merged' };
}

/** The fields of a pod's spec are merged with those that the controller has. */
function mergedSpecs(group: string, kind: string, ...places: readonly Way[]): PlacedEmbedding {
  return { group, kind, places, part: 'spec', pods: 'merged' };
}

/** The pods of a RayCluster, at its place in the kind. */
function rayPods(...way: Way): Way[] {
  return [
    [...way, 'headGroupSpec', 'template'],
    [...way, 'workerGroupSpecs', '*', 'template'],
  ];
}

/** The kinds that hold several templates, or what is merged into one. Each with the file that says so. */
export const placedEmbeddings: readonly PlacedEmbedding[] = [
  // elastic/cloud-on-k8s, pkg/apis/<kind>/v1 and pkg/controller/common/defaults/pod_template.go.
  merged('elasticsearch.k8s.elastic.co', 'Elasticsearch', ['spec', 'nodeSets', '*', 'podTemplate']),
  ...[
    ['kibana', 'Kibana'],
    ['apm', 'ApmServer'],
    ['enterprisesearch', 'EnterpriseSearch'],
    ['maps', 'ElasticMapsServer'],
    ['logstash', 'Logstash'],
    ['packageregistry', 'PackageRegistry'],
  ].map(([group, kind]) => merged(`${String(group)}.k8s.elastic.co`, String(kind), ['spec', 'podTemplate'])),
  ...[
    ['beat', 'Beat'],
    ['agent', 'Agent'],
  ].map(([group, kind]) =>
    merged(
      `${String(group)}.k8s.elastic.co`,
      String(kind),
      ['spec', 'deployment', 'podTemplate'],
      ['spec', 'daemonSet', 'podTemplate'],
      ['spec', 'statefulSet', 'podTemplate'],
    ),
  ),
  // kserve/kserve, pkg/apis/serving/v1beta1/predictor.go and podspec.go: a PodSpec inline, merged with a runtime's.
  mergedSpecs(
    'serving.kserve.io',
    'InferenceService',
    ['spec', 'predictor'],
    ['spec', 'transformer'],
    ['spec', 'explainer'],
  ),
  // kserve/kserve, pkg/apis/serving/v1alpha1/servingruntime_types.go: ServingRuntimePodSpec.
  mergedSpecs('serving.kserve.io', 'ServingRuntime', ['spec']),
  mergedSpecs('serving.kserve.io', 'ClusterServingRuntime', ['spec']),
  // kubernetes-sigs/jobset, pkg/webhooks/jobset_webhook.go: the restart policy is filled in, and
  // pkg/controllers/volume_claim_policy.go: claims of volumeClaimPolicies become volumes of the pods.
  {
    ...templates('jobset.x-k8s.io', 'JobSet', ['spec', 'replicatedJobs', '*', 'template', 'spec', 'template']),
    makes: 'jobs',
    complete: ({ spec }) => {
      if (spec) spec.restartPolicy ||= 'OnFailure';
    },
    mends: (error, { spec }) => isAboutVolume(error) && hasList(spec, 'volumeClaimPolicies'),
  },
  // kubeflow/trainer v1, pkg/apis/kubeflow.org/v1/<framework>_types.go: maps of ReplicaSpec. The restart policy of a
  // pod is that of its replica (pkg/core/pod.go, SetRestartPolicy).
  ...[
    ['MPIJob', 'mpiReplicaSpecs'],
    ['PyTorchJob', 'pytorchReplicaSpecs'],
    ['TFJob', 'tfReplicaSpecs'],
    ['XGBoostJob', 'xgbReplicaSpecs'],
    ['PaddleJob', 'paddleReplicaSpecs'],
    ['JAXJob', 'jaxReplicaSpecs'],
    ['MXJob', 'mxReplicaSpecs'],
  ].map(([kind, replicas]) => ({
    ...templates('kubeflow.org', String(kind), ['spec', String(replicas), '*', 'template']),
    replicas: 1 as const,
  })),
  // kubernetes-sigs/lws, api/leaderworkerset/v1/leaderworkerset_types.go, and
  // pkg/utils/controller/controller_utils.go: claims of volumeClaimTemplates become volumes of the pods.
  {
    ...templates(
      'leaderworkerset.x-k8s.io',
      'LeaderWorkerSet',
      ['spec', 'leaderWorkerTemplate', 'leaderTemplate'],
      ['spec', 'leaderWorkerTemplate', 'workerTemplate'],
    ),
    mends: (error, { spec }) => isAboutVolume(error) && hasList(spec, 'leaderWorkerTemplate', 'volumeClaimTemplates'),
  },
  // ray-project/kuberay, ray-operator/apis/ray/v1: RayClusterSpec. The operator adds to the first container.
  templates('ray.io', 'RayCluster', ...rayPods('spec')),
  templates('ray.io', 'RayJob', ...rayPods('spec', 'rayClusterSpec'), ['spec', 'submitterPodTemplate']),
  templates('ray.io', 'RayService', ...rayPods('spec', 'rayClusterConfig')),
  // volcano-sh/volcano, pkg/webhooks/admission/jobs/validate/admit_job.go, validateTaskTemplate.
  { ...templates('batch.volcano.sh', 'Job', ['spec', 'tasks', '*', 'template']), replicas: 0 },
  // openkruise/kruise, apis/apps/v1alpha1/uniteddeployment_types.go: SubsetTemplate.
  templates(
    'apps.kruise.io',
    'UnitedDeployment',
    ...['statefulSetTemplate', 'advancedStatefulSetTemplate', 'cloneSetTemplate', 'deploymentTemplate'].map((name) => [
      'spec',
      'template',
      name,
      'spec',
      'template',
    ]),
  ),
  // knative/eventing, pkg/apis/sources/v1/container_types.go: the template of a Deployment.
  templates('sources.knative.dev', 'ContainerSource', ['spec', 'template']),
  // cloudnative-pg/cloudnative-pg, api/v1/pooler_types.go: PodTemplateSpec, of which nothing has to be there.
  merged('postgresql.cnpg.io', 'Pooler', ['spec', 'template']),
  // crossplane/crossplane, apis/pkg/v1beta1/deployment_runtime_config_types.go.
  merged('pkg.crossplane.io', 'DeploymentRuntimeConfig', ['spec', 'deploymentTemplate', 'spec', 'template']),
];
