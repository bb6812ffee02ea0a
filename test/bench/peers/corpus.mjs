// Manifests for the benchmark: Deployments and Pods of twenty shapes, 40 to 120 lines each, some with mistakes; and the
// same with what stands around them. The same for the same number, on every machine.
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const filesPerFolder = 500;
const images = [
  'nginx:1.27.3',
  'ghcr.io/acme/api:v2.14.0',
  'redis:7.4-alpine',
  `quay.io/acme/proxy@sha256:${'ab'.repeat(32)}`,
];
const names = ['api', 'web', 'worker', 'cache', 'proxy'];

/** What the shapes have, by the place in the list. */
const shapes = [
  { kind: 'Pod', has: 'probes resources hardened volumes env4' },
  { kind: 'Pod', has: 'badImage env6 ready volumes' },
  { kind: 'Pod', has: 'privileged hostPath env5 resources' },
  { kind: 'Pod', has: 'init resources probes env3 sidecar' },
  { kind: 'Pod', has: 'resources probes env2 tolerations' },
  { kind: 'Pod', has: 'badImage command env8 volumes' },
  { kind: 'Deployment', has: 'hardened resources probes startup volumes env6 affinity spread' },
  { kind: 'Deployment', has: 'badImage env8' },
  { kind: 'Deployment', has: 'resources probes env5 affinity' },
  { kind: 'Deployment', has: 'privileged hostPath env3' },
  { kind: 'Deployment', has: 'sidecar resources probes env3 volumes' },
  { kind: 'Deployment', has: 'init resources ready env10' },
  { kind: 'Deployment', has: 'probes env4 spread' },
  { kind: 'Deployment', has: 'command hardened resources probes env2 tolerations' },
  { kind: 'Deployment', has: 'badImage sidecar env3 resources' },
  { kind: 'Deployment', has: 'hardened resources probes volumes command affinity' },
  { kind: 'Deployment', has: 'env12 volumes' },
  { kind: 'Deployment', has: 'unknownField resources env4 probes' },
  { kind: 'Deployment', has: 'wrongType resources env4 probes' },
  { kind: 'Deployment', has: 'resources probes startup env3 spread affinity tolerations' },
].map(({ kind, has }) => ({ kind, has: new Set(has.split(' ')) }));

/** What a Widget of the mixed corpus is like, as a definition has it and as a JSON Schema does. */
export const widgetSchema = {
  type: 'object',
  properties: {
    apiVersion: { type: 'string' },
    kind: { type: 'string' },
    metadata: { type: 'object' },
    spec: {
      type: 'object',
      properties: { size: { type: 'integer', minimum: 1 }, colour: { type: 'string' } },
      required: ['size'],
    },
  },
};

const widgetDefinition = {
  apiVersion: 'apiextensions.k8s.io/v1',
  kind: 'CustomResourceDefinition',
  metadata: { name: 'widgets.example.com' },
  spec: {
    group: 'example.com',
    names: { kind: 'Widget', plural: 'widgets' },
    scope: 'Namespaced',
    versions: [{ name: 'v1', served: true, storage: true, schema: { openAPIV3Schema: widgetSchema } }],
  },
};

/** Writes so many files; `mixed`: two thirds of them are what stands around workloads, and a definition comes to it. */
export function writeCorpus(folder, count, { mixed = false } = {}) {
  mkdirSync(folder, { recursive: true });
  // JSON is YAML, and this is the only file of its kind.
  if (mixed) writeFileSync(path.join(folder, 'widgets.yaml'), `${JSON.stringify(widgetDefinition, null, 2)}\n`);
  for (let index = 0; index < count; index++) {
    const name = `${names[(index * 7) % names.length]}-${String(index).padStart(6, '0')}`;
    const within = path.join(folder, `d${String(Math.floor(index / filesPerFolder)).padStart(3, '0')}`);
    if (index % filesPerFolder === 0) mkdirSync(within, { recursive: true });
    const lines = mixed && index % 3 !== 0 ? around(name, index) : workload(name, shapes[index % shapes.length], index);
    writeFileSync(path.join(within, `${name}.yaml`), `${lines.join('\n')}\n`);
  }
}

function indent(by, lines) {
  return lines.map((line) => ' '.repeat(by) + line);
}

function head(apiVersion, kind, name, index) {
  return [`apiVersion: ${apiVersion}`, `kind: ${kind}`, 'metadata:', `  name: ${name}`, `  namespace: ns-${index % 7}`];
}

function workload(name, { kind, has }, index) {
  const labels = [`app.kubernetes.io/name: ${name}`, 'app.kubernetes.io/part-of: shop', 'tier: backend'];
  const spec = podSpec(name, has, index);
  if (kind === 'Pod')
    return [...head('v1', kind, name, index), '  labels:', ...indent(4, labels), 'spec:', ...indent(2, spec)];
  return [
    ...head('apps/v1', kind, name, index),
    ...[
      '  labels:',
      ...indent(4, labels),
      'spec:',
      `  replicas: ${(index % 4) + 1}`,
      '  selector:',
      '    matchLabels:',
    ],
    ...[`      app.kubernetes.io/name: ${name}`, '  template:', '    metadata:', '      labels:', ...indent(8, labels)],
    ...['    spec:', ...indent(6, spec)],
  ];
}

function podSpec(name, has, index) {
  const when = (part, ...lines) => (has.has(part) ? lines : []);
  return [
    ...when(
      'hardened',
      'securityContext:',
      '  runAsNonRoot: true',
      '  fsGroup: 10001',
      '  seccompProfile:',
      '    type: RuntimeDefault',
    ),
    ...when(
      'init',
      'initContainers:',
      '  - name: init-db',
      '    image: busybox:1.36',
      '    command: ["sh", "-c", "until nc -z db 5432; do sleep 1; done"]',
      '    resources:',
      '      requests: {cpu: 10m, memory: 16Mi}',
      '      limits: {cpu: 50m, memory: 32Mi}',
    ),
    ...['containers:', ...indent(2, container('app', has, index))],
    ...when(
      'sidecar',
      ...indent(2, container('proxy', new Set([...has].filter((part) => part !== 'unknownField')), index + 1)),
    ),
    ...when(
      'volumes',
      'volumes:',
      '  - name: tmp',
      '    emptyDir:',
      '      sizeLimit: 64Mi',
      '  - name: config',
      '    configMap:',
      '      name: app-config',
    ),
    ...when(
      'hostPath',
      'volumes:',
      '  - name: docker-sock',
      '    hostPath:',
      '      path: /var/run/docker.sock',
      '      type: Socket',
    ),
    ...when(
      'affinity',
      'affinity:',
      '  podAntiAffinity:',
      '    preferredDuringSchedulingIgnoredDuringExecution:',
      '      - weight: 100',
      '        podAffinityTerm:',
      '          topologyKey: kubernetes.io/hostname',
      '          labelSelector:',
      '            matchLabels:',
      `              app.kubernetes.io/name: ${name}`,
    ),
    ...when(
      'spread',
      'topologySpreadConstraints:',
      '  - maxSkew: 1',
      '    topologyKey: topology.kubernetes.io/zone',
      '    whenUnsatisfiable: ScheduleAnyway',
      '    labelSelector:',
      '      matchLabels:',
      `        app.kubernetes.io/name: ${name}`,
    ),
    ...when(
      'tolerations',
      'tolerations:',
      '  - key: dedicated',
      '    operator: Equal',
      '    value: batch',
      '    effect: NoSchedule',
    ),
    ...when('wrongType', 'terminationGracePeriodSeconds: "thirty"'),
  ];
}

function container(name, has, index) {
  const when = (part, ...lines) => (has.has(part) ? lines : []);
  const port = [8080, 8000, 3000, 5000][index % 4];
  const variables = Number([...has].find((part) => part.startsWith('env'))?.slice('env'.length) ?? 0);
  const probe = (kind) => [
    `  ${kind}:`,
    '    httpGet:',
    '      path: /healthz',
    '      port: http',
    `    periodSeconds: ${(index % 15) + 5}`,
  ];
  return [
    `- name: ${name}`,
    `  image: ${has.has('badImage') ? 'nginx:latest' : images[index % images.length]}`,
    ...when(
      'command',
      '  command: ["/bin/app"]',
      '  args:',
      '    - --config=/etc/app/config.yaml',
      `    - --port=${port}`,
    ),
    ...['  ports:', '    - name: http', `      containerPort: ${port}`, '      protocol: TCP', '  env:'],
    ...Array.from({ length: variables }, (_, at) => [
      `    - name: VAR_${at}`,
      `      value: "${['true', '8080', 'info'][at % 3]}"`,
    ]).flat(),
    ...['    - name: POD_NAME', '      valueFrom:', '        fieldRef:', '          fieldPath: metadata.name'],
    ...when(
      'resources',
      '  resources:',
      '    requests:',
      '      cpu: 100m',
      '      memory: 128Mi',
      '    limits:',
      '      cpu: "1"',
      '      memory: 256Mi',
    ),
    ...when('probes', ...probe('livenessProbe'), ...probe('readinessProbe')),
    ...when('ready', ...probe('readinessProbe')),
    ...when('startup', ...probe('startupProbe')),
    ...when(
      'hardened',
      '  securityContext:',
      '    allowPrivilegeEscalation: false',
      '    readOnlyRootFilesystem: true',
      '    runAsNonRoot: true',
      '    capabilities:',
      '      drop:',
      '        - ALL',
    ),
    ...when('privileged', '  securityContext:', '    privileged: true'),
    ...when(
      'volumes',
      '  volumeMounts:',
      '    - name: tmp',
      '      mountPath: /tmp',
      '    - name: config',
      '      mountPath: /etc/app',
      '      readOnly: true',
    ),
    ...when('unknownField', '  imagePullPolicyy: Always'),
  ];
}

/** Services, RBAC, ConfigMaps, Ingresses and custom resources. */
function around(name, index) {
  switch (index % 5) {
    case 0:
      return [
        ...head('v1', 'Service', name, index),
        'spec:',
        '  selector:',
        `    app.kubernetes.io/name: ${name}`,
        '  ports:',
        '    - name: http',
        '      port: 80',
        '      targetPort: http',
      ];
    case 1:
      return [
        ...head('rbac.authorization.k8s.io/v1', 'Role', name, index),
        'rules:',
        '  - apiGroups: [""]',
        '    resources: ["pods", "services"]',
        '    verbs: ["get", "list", "watch"]',
      ];
    case 2:
      return [
        ...head('v1', 'ConfigMap', name, index),
        'data:',
        '  LOG_LEVEL: info',
        '  app.properties: |',
        '    retries=3',
        '    timeout=30s',
      ];
    case 3:
      return [
        ...head('networking.k8s.io/v1', 'Ingress', name, index),
        'spec:',
        '  rules:',
        `    - host: ${name}.example.com`,
        '      http:',
        '        paths:',
        '          - path: /',
        '            pathType: Prefix',
        '            backend:',
        '              service:',
        `                name: ${name}`,
        '                port:',
        '                  name: http',
      ];
    default:
      return [...head('example.com/v1', 'Widget', name, index), 'spec:', '  size: 3', '  colour: blue'];
  }
}
