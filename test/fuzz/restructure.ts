import fc from 'fast-check';
import { readYaml, type JsonValue } from 'podlint';

/** A change of an object's tree: what stands at a place becomes something else. Places count from the top of the tree, round and round. */
export interface Graft {
  readonly place: number;
  readonly change: 'value' | 'drop' | 'wrap' | 'unwrap' | 'twice' | 'rename' | 'move' | 'borrow';
  readonly choice: number;
}

export const graft: fc.Arbitrary<Graft> = fc.record({
  place: fc.nat(500),
  change: fc.constantFrom('value', 'value', 'drop', 'wrap', 'unwrap', 'twice', 'rename', 'move', 'borrow'),
  choice: fc.nat(1000),
});

const values: readonly JsonValue[] = [
  null,
  true,
  false,
  0,
  -1,
  1,
  65_536,
  2_147_483_648,
  9_007_199_254_740_992,
  1.5,
  1e300,
  '',
  ' ',
  '0',
  'true',
  'a',
  'A_b',
  '-',
  '1Gi',
  '100m',
  '1e3',
  'x:latest',
  'registry.example/App:1',
  '@sha256:',
  '$(A)',
  '${A}',
  '{{ .Values.a }}',
  'sh -c "sleep 1"',
  '/',
  '../a',
  '10.0.0.1',
  'constructor',
  '__proto__',
  '\u202e',
  '\u0000',
  '😀',
  '\ud800',
  'a'.repeat(300),
  [],
  {},
  [null],
  [''],
  [{}],
  { '': '' },
  { constructor: 1 },
  { name: 'a' },
];

const fields: readonly (readonly [string, JsonValue])[] = [
  ['apiVersion', 'v1'],
  ['kind', 'Pod'],
  ['metadata', { name: 'a', labels: { a: 'b' } }],
  ['name', 'a'],
  ['namespace', 'default'],
  ['labels', { a: 'b' }],
  ['labels', { 'pod-security.kubernetes.io/enforce': 'baseline' }],
  ['annotations', { 'podlint.io/disable': 'all' }],
  ['spec', {}],
  ['template', { metadata: { labels: { a: 'b' } }, spec: { containers: [{ name: 'a', image: 'x' }] } }],
  ['selector', { matchLabels: { a: 'b' } }],
  ['containers', [{ name: 'a', image: 'x' }]],
  ['initContainers', [{ name: 'i', image: 'x', restartPolicy: 'Always' }]],
  ['ephemeralContainers', [{ name: 'e', image: 'x' }]],
  ['image', 'x:1'],
  ['command', ['sh', '-c', 'exec "$@"']],
  ['args', ['--a=b']],
  ['env', [{ name: 'A', value: '$(B)' }]],
  ['envFrom', [{ configMapRef: { name: 'm' } }]],
  ['ports', [{ containerPort: 80, name: 'web' }]],
  ['resources', { requests: { cpu: '1' }, limits: { memory: '1Gi' } }],
  ['livenessProbe', { httpGet: { port: 'web' }, periodSeconds: 1 }],
  ['lifecycle', { preStop: { sleep: { seconds: 5 } } }],
  ['securityContext', { privileged: true, runAsUser: 0 }],
  ['volumes', [{ name: 'v', emptyDir: {} }]],
  ['volumeMounts', [{ name: 'v', mountPath: '/v' }]],
  ['hostPath', { path: '/' }],
  ['projected', { sources: [{ configMap: { name: 'm' } }] }],
  ['tolerations', [{ operator: 'Exists' }]],
  ['affinity', { podAntiAffinity: {} }],
  ['items', [{ apiVersion: 'v1', kind: 'Pod', metadata: { name: 'a' } }]],
  ['data', { a: 'b' }],
  ['status', {}],
];

/** Containers of values: where something stands. */
type Holder = JsonValue[] | Record<string, JsonValue>;
interface Spot {
  readonly holder: Holder;
  readonly key: string | number;
}

function spotsIn(value: JsonValue, found: Spot[] = []): Spot[] {
  if (typeof value !== 'object' || value === null) return found;
  const holder = value;
  const keys: (string | number)[] = Array.isArray(holder) ? holder.map((_, index) => index) : Object.keys(holder);
  for (const key of keys) {
    found.push({ holder, key });
    spotsIn(at({ holder, key }), found);
  }
  return found;
}

function at({ holder, key }: Spot): JsonValue {
  return (holder as Record<string | number, JsonValue>)[key] ?? null;
}

function put({ holder, key }: Spot, value: JsonValue): void {
  Object.defineProperty(holder, key, { value, writable: true, enumerable: true, configurable: true });
}

function drop({ holder, key }: Spot): void {
  if (Array.isArray(holder)) holder.splice(Number(key), 1);
  else Reflect.deleteProperty(holder, key);
}

/** A value that the tree of another is not part of. */
const copy = (value: JsonValue): JsonValue => JSON.parse(JSON.stringify(value)) as JsonValue;

const changes: Readonly<Record<Graft['change'], (spot: Spot, choice: number, spots: readonly Spot[]) => void>> = {
  value: (spot, choice) => put(spot, copy(values[choice % values.length]!)),
  drop: (spot) => drop(spot),
  wrap: (spot, choice) => put(spot, choice % 2 === 0 ? [at(spot)] : { [fields[choice % fields.length]![0]]: at(spot) }),
  unwrap(spot, choice) {
    const inner = at(spot);
    if (typeof inner !== 'object' || inner === null) return;
    const parts = Object.values(inner);
    if (parts.length > 0) put(spot, parts[choice % parts.length]!);
  },
  twice(spot) {
    if (Array.isArray(spot.holder)) spot.holder.push(copy(at(spot)));
    else put({ holder: spot.holder, key: `${spot.key}2` }, copy(at(spot)));
  },
  rename(spot, choice) {
    if (Array.isArray(spot.holder)) return;
    const [value, key] = [at(spot), String(spot.key)];
    drop(spot);
    const slip = choice % (key.length + 1);
    put({ holder: spot.holder, key: key.slice(0, slip) + key.slice(slip + 1) }, value);
  },
  move(spot, choice, spots) {
    const target = spots[choice % spots.length]!;
    const value = copy(at(spot));
    drop(spot);
    put(target, value);
  },
  borrow(spot, choice) {
    const [key, value] = fields[choice % fields.length]!;
    const inner = at(spot);
    const holder = typeof inner === 'object' && inner !== null && !Array.isArray(inner) ? inner : spot.holder;
    if (Array.isArray(holder)) holder.push(copy(value));
    else put({ holder: holder, key }, copy(value));
  },
};

/** The objects of a text after the changes, as JSON; the text as it is without changes, or where it cannot be read. */
export function restructured(text: string, grafts: readonly Graft[]): string {
  if (grafts.length === 0) return text;
  const read = readYaml(text);
  const objects: JsonValue[] = read.flatMap((result) => (result.error ? [] : [result.json]));
  if (objects.length === 0) return text;
  for (const { place, change, choice } of grafts) {
    const spots = spotsIn(objects);
    const spot = spots[place % Math.max(spots.length, 1)];
    if (spot) changes[change](spot, choice, spots);
  }
  // Flow and block form by turns, each a dialect that the reader takes.
  return objects.map((object, index) => (index % 2 === 0 ? block(object, 0) : JSON.stringify(object))).join('\n---\n');
}

/** In block form, with every scalar as JSON has it. */
function block(value: JsonValue, indent: number): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const pad = ' '.repeat(indent);
  const lines = Array.isArray(value)
    ? value.map((item) => `${pad}-${behind(item, indent)}`)
    : Object.entries(value).map(([key, inner]) => `${pad}${JSON.stringify(key)}:${behind(inner, indent)}`);
  return lines.length === 0 ? JSON.stringify(value) : lines.join('\n');
}

function behind(value: JsonValue, indent: number): string {
  const isNested = typeof value === 'object' && value !== null && Object.keys(value).length > 0;
  return isNested ? `\n${block(value, indent + 2)}` : ` ${block(value, 0)}`;
}
