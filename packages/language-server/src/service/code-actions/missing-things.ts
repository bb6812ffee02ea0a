/** A field, by names and indexes from its object down, and what it is to be. */
interface FieldSetting {
  readonly at: readonly (string | number)[];
  readonly value: unknown;
}

/** Where something is missing. */
export interface Gap {
  /** Names and indexes from the object down to what is missing, or what names it. */
  readonly at: readonly (string | number)[];
  /** The value at names and indexes from the object down, as it is written. */
  readonly read: (at: readonly (string | number)[]) => unknown;
}

/** What could be added. */
export interface Addition {
  readonly title: string;
  readonly settings: readonly FieldSetting[];
}

type Path = Gap['at'];
type Json = Readonly<Record<string, unknown>>;

/**
 * What can be added where a finding without a fix names a gap: by its code and the end of its path, in which `*` is any
 * index.
 */
export const missingThings: readonly {
  readonly code: string;
  readonly path: string;
  readonly add: (gap: Gap) => readonly Addition[];
}[] = [
  { code: 'api/required', path: 'metadata.name', add: (gap) => [one(gap.at, objectName(gap))] },
  { code: 'api/required', path: 'containers.*.name', add: (gap) => [one(gap.at, containerName(gap))] },
  { code: 'api/required', path: 'initContainers.*.name', add: (gap) => [one(gap.at, containerName(gap))] },
  { code: 'api/required', path: 'ports.*.containerPort', add: (gap) => [one(gap.at, 8080)] },
  {
    code: 'api/required',
    path: 'volumeMounts.*.mountPath',
    add: (gap) => named(gap, (name) => one(gap.at, `/mnt/${name}`)),
  },
  {
    code: 'api/required',
    path: 'volumes.*.configMap.name',
    add: (gap) => namedAbove(gap, 2, (name) => one(gap.at, name)),
  },
  {
    code: 'api/required',
    path: 'volumes.*.secret.secretName',
    add: (gap) => namedAbove(gap, 2, (name) => one(gap.at, name)),
  },
  {
    code: 'api/required',
    path: 'volumes.*.persistentVolumeClaim.claimName',
    add: (gap) => namedAbove(gap, 2, (name) => one(gap.at, name)),
  },
  { code: 'api/required', path: 'volumes.*.name', add: (gap) => [one(gap.at, `volume-${String(gap.at.at(-2))}`)] },
  { code: 'api/required', path: 'spec.selector', add: selector },
  { code: 'api/invalid', path: 'spec.template.metadata.labels', add: templateLabels },
  { code: 'api/not-found', path: 'volumeMounts.*.name', add: volumes },
  { code: 'probes/port-not-declared', path: 'httpGet.port', add: port },
  { code: 'probes/port-not-declared', path: 'tcpSocket.port', add: port },
  { code: 'probes/no-liveness', path: 'livenessProbe', add: probe },
  { code: 'probes/no-readiness', path: 'readinessProbe', add: probe },
  {
    code: 'resources/no-requests',
    path: 'resources.requests',
    add: (gap) => [one(gap.at, { cpu: '100m', memory: '128Mi' }, 'requests of 100m CPU and 128Mi memory')],
  },
  {
    code: 'resources/no-memory-limit',
    path: 'resources.limits.memory',
    add: (gap) => [one(gap.at, gap.read([...gap.at.slice(0, -2), 'requests', 'memory']) ?? '256Mi')],
  },
  {
    code: 'resources/no-cpu-limit',
    path: 'resources.limits.cpu',
    add: (gap) => [one(gap.at, gap.read([...gap.at.slice(0, -2), 'requests', 'cpu']) ?? '500m')],
  },
  { code: 'security/automount-token', path: 'automountServiceAccountToken', add: (gap) => [one(gap.at, false)] },
  { code: 'security/high-uid', path: 'securityContext.runAsUser', add: (gap) => [one(gap.at, 10001)] },
  { code: 'security/host-users', path: 'hostUsers', add: (gap) => [one(gap.at, false)] },
  { code: 'pods/replicas-one', path: 'spec.replicas', add: (gap) => [one(gap.at, 2)] },
];

function one(
  at: Path,
  value: unknown,
  words = `${String(at.at(-1))}: ${typeof value === 'string' ? value : JSON.stringify(value)}`,
): Addition {
  return { title: `Add ${words}`, settings: [{ at, value }] };
}

/** As its label says, or else its kind. */
function objectName({ read }: Gap): string {
  const labels = read(['metadata', 'labels']) as Json | undefined;
  return (
    text(labels?.['app.kubernetes.io/name']) ?? text(labels?.app) ?? (text(read(['kind'])) ?? 'object').toLowerCase()
  );
}

/** The last part of the image's name, where that is a name too. */
function containerName({ at, read }: Gap): string {
  const image = /(?:^|\/)([a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?)(?:[:@]|$)/.exec(
    text(read([...at.slice(0, -1), 'image'])) ?? '',
  )?.[1];
  return image ?? `container-${String(at.at(-2))}`;
}

function named({ at, read }: Gap, add: (name: string) => Addition): Addition[] {
  const name = text(read([...at.slice(0, -1), 'name']));
  return name === undefined ? [] : [add(name)];
}

function namedAbove({ at, read }: Gap, levels: number, add: (name: string) => Addition): Addition[] {
  const name = text(read([...at.slice(0, -levels), 'name']));
  return name === undefined ? [] : [add(name)];
}

function selector({ at, read }: Gap): Addition[] {
  const labels = read(['spec', 'template', 'metadata', 'labels']) as Json | undefined;
  if (labels && Object.keys(labels).length > 0)
    return [one(at, { matchLabels: labels }, "a selector with the template's labels")];
  const own = { app: text(read(['metadata', 'name'])) ?? 'app' };
  return [
    {
      title: `Add a selector and template labels: app: ${own.app}`,
      settings: [
        { at, value: { matchLabels: own } },
        { at: ['spec', 'template', 'metadata', 'labels'], value: own },
      ],
    },
  ];
}

function templateLabels({ at, read }: Gap): Addition[] {
  const wanted = read(['spec', 'selector', 'matchLabels']) as Json | undefined;
  if (!wanted) return [];
  const present = (read(at) ?? {}) as Json;
  const missing = Object.entries(wanted).filter(([label, value]) => present[label] !== value);
  if (read(at) === undefined || read(at) === null) return [one(at, wanted, "the selector's labels")];
  return [
    { title: "Add the selector's labels", settings: missing.map(([label, value]) => ({ at: [...at, label], value })) },
  ];
}

/** In the Pod that the container is of. */
function volumes({ at, read }: Gap): Addition[] {
  const name = text(read(at));
  const container = at.findIndex(
    (segment) => segment === 'containers' || segment === 'initContainers' || segment === 'ephemeralContainers',
  );
  if (name === undefined || container < 0) return [];
  const list = [...at.slice(0, container), 'volumes'];
  const sources: readonly (readonly [string, Json])[] = [
    ['an empty volume', { emptyDir: {} }],
    ['a volume with the ConfigMap', { configMap: { name } }],
    ['a volume with the Secret', { secret: { secretName: name } }],
  ];
  return sources.map(([words, source]) => ({
    title: `Add ${words} "${name}"`,
    settings: [itemIn(list, read(list), { name, ...source })],
  }));
}

function port({ at, read }: Gap): Addition[] {
  const wanted = read(at);
  const container = at.findLastIndex((segment) => typeof segment === 'number');
  const list = [...at.slice(0, container + 1), 'ports'];
  const value = typeof wanted === 'number' ? { containerPort: wanted } : { name: wanted, containerPort: 8080 };
  return wanted === undefined
    ? []
    : [
        {
          title: `Add port ${JSON.stringify(wanted)}`,
          settings: [itemIn(list, read(list), value)],
        },
      ];
}

/** Over HTTP where the port looks like it, or else a connection. */
function probe({ at, read }: Gap): Addition[] {
  const [first] = (read([...at.slice(0, -1), 'ports']) ?? []) as readonly Json[];
  const target = first?.name ?? first?.containerPort;
  if (target === undefined) return [];
  const http = one(at, { httpGet: { path: '/', port: target } }, `a ${String(at.at(-1))} over HTTP`);
  const tcp = one(at, { tcpSocket: { port: target } }, `a ${String(at.at(-1))} by TCP connection`);
  return [http, tcp];
}

function itemIn(list: Path, present: unknown, item: unknown): FieldSetting {
  return Array.isArray(present) ? { at: [...list, present.length], value: item } : { at: list, value: [item] };
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}
