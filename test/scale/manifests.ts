/** A file of the fleet. */
export interface FleetFile {
  readonly path: string;
  readonly text: string;
}

type Random = () => number;

/** The same numbers for the same seed, on every machine (mulberry32, by Tommy Ettinger; public domain). */
function randomFrom(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

function oneOf<T>(random: Random, choices: readonly T[]): T {
  return choices[Math.floor(random() * choices.length)]!;
}

/** As often as one in `rarity`. */
function seldom(random: Random, rarity: number): boolean {
  return random() < 1 / rarity;
}

const images = [
  'registry.example/shop/api:2.14.0',
  'registry.example/shop/worker:3.1',
  'nginx:1.27.3',
  'registry.example/tools/sync@sha256:' + 'ab'.repeat(32),
  'busybox',
  'registry.example/shop/web:latest',
];

/**
 * Manifests as people have them, every one another: Pods and workloads with probes, resources, volumes, some with a
 * mistake.
 * Names and labels are used once, so that no rule has anything to say of two of them.
 */
export function* fleet(count: number): Generator<FleetFile> {
  for (let index = 0; index < count; index++) {
    const random = randomFrom(index);
    const name = `${oneOf(random, ['api', 'web', 'worker', 'cache', 'proxy'])}-${index}`;
    yield { path: `team-${index % 40}/${name}.yaml`, text: `${oneOf(random, kinds)(name, random).join('\n')}\n` };
  }
}

/** All of it as one stream. */
export function* fleetStream(count: number): Generator<string> {
  for (const { path, text } of fleet(count)) yield `---\n# Source: fleet/templates/${path}\n${text}`;
}

type Lines = readonly string[];

const kinds: readonly ((name: string, random: Random) => Lines)[] = [
  pod,
  pod,
  workload('apps/v1', 'Deployment'),
  workload('apps/v1', 'Deployment'),
  workload('apps/v1', 'Deployment'),
  workload('apps/v1', 'DaemonSet'),
  cronJob,
  configMap,
  service,
];

function metadata(name: string): Lines {
  return [
    'metadata:',
    `  name: ${name}`,
    '  labels:',
    `    app.kubernetes.io/name: ${name}`,
    '    app.kubernetes.io/part-of: shop',
  ];
}

function pod(name: string, random: Random): Lines {
  return ['apiVersion: v1', 'kind: Pod', ...metadata(name), 'spec:', ...indented(2, podSpec(random))];
}

function workload(apiVersion: string, kind: string): (name: string, random: Random) => Lines {
  return (name, random) => {
    const selected = seldom(random, 40) ? `${name}-other` : name;
    const template = [
      ...metadata(name).slice(0, 1),
      '  labels:',
      `    app.kubernetes.io/name: ${selected}`,
      'spec:',
      ...indented(2, podSpec(random)),
    ];
    const replicas = kind === 'Deployment' ? [`  replicas: ${oneOf(random, ['1', '2', '3', '"3"'])}`] : [];
    return [
      `apiVersion: ${apiVersion}`,
      `kind: ${kind}`,
      ...metadata(name),
      'spec:',
      ...replicas,
      '  selector:',
      '    matchLabels:',
      `      app.kubernetes.io/name: ${name}`,
      '  template:',
      ...indented(4, template),
    ];
  };
}

function cronJob(name: string, random: Random): Lines {
  const schedule = oneOf(random, ['"*/5 * * * *"', '"0 3 * * *"', '"@daily"', '"61 * * * *"']);
  const template = ['spec:', '  template:', '    spec:', '      restartPolicy: Never', ...indented(6, podSpec(random))];
  return [
    'apiVersion: batch/v1',
    'kind: CronJob',
    ...metadata(name),
    'spec:',
    `  schedule: ${schedule}`,
    '  jobTemplate:',
    ...indented(4, template),
  ];
}

function configMap(name: string, random: Random): Lines {
  return [
    'apiVersion: v1',
    'kind: ConfigMap',
    ...metadata(name),
    'data:',
    `  level: ${oneOf(random, ['info', 'debug', '"3"', '3'])}`,
    '  text: |',
    '    one: 1',
    '    two: zwei — 二',
  ];
}

function service(name: string, random: Random): Lines {
  return [
    'apiVersion: v1',
    'kind: Service',
    ...metadata(name),
    'spec:',
    '  selector:',
    `    app.kubernetes.io/name: ${name}`,
    '  ports:',
    `    - port: ${oneOf(random, [80, 8080])}`,
  ];
}

function podSpec(random: Random): Lines {
  const volumes = seldom(random, 2)
    ? [
        'volumes:',
        '  - name: tmp',
        '    emptyDir: {}',
        ...(seldom(random, 9) ? ['  - name: host', '    hostPath: {path: /var/run/docker.sock}'] : []),
      ]
    : [];
  const mounts =
    volumes.length > 0 || seldom(random, 30) ? ['volumeMounts:', '  - name: tmp', '    mountPath: /tmp'] : [];
  const extra = seldom(random, 3) ? indented(2, ['- name: proxy', ...indented(2, container(random, [], 15001))]) : [];
  return [
    ...(seldom(random, 12) ? ['hostNetwork: true'] : []),
    'containers:',
    ...indented(2, [
      '- name: app',
      ...indented(2, container(random, mounts, oneOf(random, [3000, 8000, 8080, 70000]))),
    ]),
    ...extra,
    ...volumes,
  ];
}

function container(random: Random, mounts: Lines, port: number): Lines {
  return [
    ...(seldom(random, 60) ? [] : [`image: ${oneOf(random, images)}`]),
    ...(seldom(random, 20) ? ['imagePullPolicyy: Always'] : []),
    'ports:',
    `  - containerPort: ${port}`,
    ...(seldom(random, 2)
      ? [
          'env:',
          '  - name: LEVEL',
          '    value: info',
          '  - name: NODE',
          '    valueFrom:',
          '      fieldRef: {fieldPath: spec.nodeName}',
        ]
      : []),
    ...(seldom(random, 2)
      ? [
          'livenessProbe:',
          `  httpGet: {path: /healthz, port: ${port}}`,
          `  periodSeconds: ${oneOf(random, [0, 5, 10])}`,
        ]
      : []),
    ...(seldom(random, 2)
      ? [
          'resources:',
          `  requests: {cpu: 100m, memory: ${oneOf(random, ['64Mi', '128Mi', '1G', '100m'])}}`,
          '  limits: {memory: 256Mi}',
        ]
      : []),
    ...(seldom(random, 3) ? ['securityContext:', '  allowPrivilegeEscalation: false', '  runAsNonRoot: true'] : []),
    ...mounts,
  ];
}

function indented(columns: number, lines: Lines): string[] {
  return lines.map((line) => ' '.repeat(columns) + line);
}
