/** A whole object to begin with, in snippet syntax. */
export interface Manifest {
  readonly kind: string;
  readonly apiVersion: string;
  /** What stands behind apiVersion and kind; two blanks a step. */
  readonly body: string;
}

const metadata = `metadata:
  name: \${1:app}`;

/** A container that nothing is to be said against. */
const container = (name: string): string => `- name: ${name}
  image: \${2:registry.example.com/app:1.0.0}
  imagePullPolicy: IfNotPresent`;

const hardened = `resources:
  requests:
    cpu: \${3:100m}
    memory: \${4:128Mi}
  limits:
    cpu: \${3:100m}
    memory: \${4:128Mi}
securityContext:
  allowPrivilegeEscalation: false
  capabilities:
    drop:
      - ALL
  readOnlyRootFilesystem: true`;

const serving = `ports:
  - name: http
    containerPort: \${5:8080}
readinessProbe:
  httpGet:
    path: \${6:/ready}
    port: http
livenessProbe:
  httpGet:
    path: \${7:/live}
    port: http
  failureThreshold: 5`;

const podFields = `automountServiceAccountToken: false
securityContext:
  runAsNonRoot: true
  runAsUser: 10001
  seccompProfile:
    type: RuntimeDefault`;

function indented(text: string, by: number): string {
  return text.replaceAll(/^(?=.)/gm, ' '.repeat(by));
}

function podSpec(parts: string, fields = podFields): string {
  return `spec:
${indented(fields, 2)}
  containers:
${indented(container('${1:app}'), 4)}
${indented(parts, 6)}`;
}

const service = podSpec(`${serving}\n${hardened}`);
const task = podSpec(hardened, `restartPolicy: \${8|Never,OnFailure|}\n${podFields}`);

const labels = `labels:
  app.kubernetes.io/name: \${1:app}`;

const selector = `selector:
  matchLabels:
    app.kubernetes.io/name: \${1:app}`;

function template(spec: string): string {
  return `template:
  metadata:
${indented(labels, 4)}
${indented(spec, 2)}`;
}

const labelled = `${metadata}\n${indented(labels, 2)}`;
const job = `backoffLimit: \${9:3}
ttlSecondsAfterFinished: \${10:3600}
${template(task)}`;

/** Good beginnings: podlint itself has nothing to say to any of them. */
export const manifests: readonly Manifest[] = [
  { kind: 'Pod', apiVersion: 'v1', body: `${labelled}\n${task}` },
  {
    kind: 'Deployment',
    apiVersion: 'apps/v1',
    body: `${labelled}\nspec:\n  replicas: \${8:2}\n${indented(selector, 2)}\n${indented(template(spread(service)), 2)}`,
  },
  {
    kind: 'StatefulSet',
    apiVersion: 'apps/v1',
    body: `${labelled}\nspec:\n  serviceName: \${1:app}\n  replicas: \${8:1}\n${indented(selector, 2)}\n${indented(template(service), 2)}`,
  },
  {
    kind: 'DaemonSet',
    apiVersion: 'apps/v1',
    body: `${labelled}\nspec:\n${indented(selector, 2)}\n${indented(template(service), 2)}`,
  },
  { kind: 'Job', apiVersion: 'batch/v1', body: `${labelled}\nspec:\n${indented(job, 2)}` },
  {
    kind: 'CronJob',
    apiVersion: 'batch/v1',
    body: `${labelled}\nspec:\n  schedule: "\${11:0 3 * * *}"\n  timeZone: \${12:Etc/UTC}\n  concurrencyPolicy: \${13|Forbid,Replace,Allow|}\n  startingDeadlineSeconds: \${14:300}\n  jobTemplate:\n    spec:\n${indented(job, 6)}`,
  },
  {
    kind: 'ReplicaSet',
    apiVersion: 'apps/v1',
    body: `${labelled}\nspec:\n  replicas: \${8:2}\n${indented(selector, 2)}\n${indented(template(spread(service)), 2)}`,
  },
  {
    kind: 'ReplicationController',
    apiVersion: 'v1',
    body: `${labelled}\nspec:\n  replicas: \${8:2}\n  selector:\n    app.kubernetes.io/name: \${1:app}\n${indented(template(spread(service)), 2)}`,
  },
  { kind: 'PodTemplate', apiVersion: 'v1', body: `${labelled}\n${template(service)}` },
  { kind: 'ConfigMap', apiVersion: 'v1', body: `${metadata}\ndata:\n  \${2:key}: \${3:value}` },
  { kind: 'Secret', apiVersion: 'v1', body: `${metadata}\ntype: Opaque\nstringData:\n  \${2:key}: \${3:value}` },
  {
    kind: 'Service',
    apiVersion: 'v1',
    body: `${metadata}\nspec:\n  selector:\n    app.kubernetes.io/name: \${1:app}\n  ports:\n    - name: http\n      port: \${2:80}\n      targetPort: http`,
  },
  { kind: 'ServiceAccount', apiVersion: 'v1', body: `${metadata}\nautomountServiceAccountToken: false` },
  {
    kind: 'PersistentVolumeClaim',
    apiVersion: 'v1',
    body: `${metadata}\nspec:\n  accessModes:\n    - \${2|ReadWriteOnce,ReadWriteOncePod,ReadWriteMany,ReadOnlyMany|}\n  resources:\n    requests:\n      storage: \${3:1Gi}`,
  },
  {
    kind: 'Ingress',
    apiVersion: 'networking.k8s.io/v1',
    body: `${metadata}\nspec:\n  rules:\n    - host: \${2:app.example.com}\n      http:\n        paths:\n          - path: /\n            pathType: Prefix\n            backend:\n              service:\n                name: \${1:app}\n                port:\n                  name: http`,
  },
  {
    kind: 'NetworkPolicy',
    apiVersion: 'networking.k8s.io/v1',
    body: `${metadata}\nspec:\n  podSelector:\n    matchLabels:\n      app.kubernetes.io/name: \${1:app}\n  policyTypes:\n    - Ingress\n  ingress:\n    - ports:\n        - port: http`,
  },
  {
    kind: 'PodDisruptionBudget',
    apiVersion: 'policy/v1',
    body: `${metadata}\nspec:\n  minAvailable: \${2:1}\n${indented(selector, 2)}`,
  },
  {
    kind: 'HorizontalPodAutoscaler',
    apiVersion: 'autoscaling/v2',
    body: `${metadata}\nspec:\n  scaleTargetRef:\n    apiVersion: apps/v1\n    kind: Deployment\n    name: \${1:app}\n  minReplicas: \${2:2}\n  maxReplicas: \${3:10}\n  metrics:\n    - type: Resource\n      resource:\n        name: cpu\n        target:\n          type: Utilization\n          averageUtilization: \${4:80}`,
  },
  {
    kind: 'Namespace',
    apiVersion: 'v1',
    body: `${metadata}\n  labels:\n    pod-security.kubernetes.io/enforce: \${2|restricted,baseline,privileged|}`,
  },
];

/** Replicas that do not all stand and fall with one node. */
function spread(spec: string): string {
  const constraint = `topologySpreadConstraints:
  - maxSkew: 1
    topologyKey: kubernetes.io/hostname
    whenUnsatisfiable: ScheduleAnyway
    labelSelector:
      matchLabels:
        app.kubernetes.io/name: \${1:app}`;
  return spec.replace('\n  containers:', `\n${indented(constraint, 2)}\n  containers:`);
}

export function manifestText({ kind, apiVersion, body }: Manifest): string {
  return `apiVersion: ${apiVersion}\nkind: ${kind}\n${body}\n`;
}
