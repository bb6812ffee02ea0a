import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readYaml, type JsonValue } from '@podlint/syntax';
import { build, type BuildFiles, type BuiltDocument, type KeyPath, type ValueOrigin } from 'podlint/kustomize';
import { recordedTrees } from './recorded.js';

interface Leaf {
  readonly path: KeyPath;
  readonly value: JsonValue;
}

function leavesOf(value: JsonValue, path: KeyPath = []): Leaf[] {
  if (typeof value !== 'object' || value === null) return [{ path, value }];
  if (Array.isArray(value)) return value.flatMap((item, i) => leavesOf(item, [...path, i]));
  return Object.entries(value).flatMap(([key, inner]) => leavesOf(inner, [...path, key]));
}

function textAt(files: BuildFiles, { file, range }: ValueOrigin): string | undefined {
  const content = file === undefined ? undefined : files[file];
  if (content === undefined || !range) return undefined;
  return typeof content === 'string'
    ? content.slice(range.start, range.end)
    : Buffer.from(content).toString('utf8').slice(range.start, range.end);
}

/** Letters and digits alone: what quotes, line folding and indentation leave as it is. */
function letters(text: string): string {
  return text.replace(/\\[nt"\\]|\\u[\da-fA-F]{4}|[^A-Za-z\d]/g, '');
}

/** The text is this value, as YAML has it. */
function holds(text: string, value: JsonValue): boolean {
  if (typeof value === 'string') {
    if (text.includes(value) || letters(text).includes(letters(value))) return true;
    const read = readYaml(text)[0]?.json;
    if (typeof read !== 'object' && String(read) === value) return true;
    // kustomize decodes !!binary, and writes dates with their time.
    return /^[\w+/]+=*$/.test(text) ? Buffer.from(text, 'base64').toString() === value : /^\d{4}-\d/.test(value);
  }
  if (value === null || typeof value === 'object') return text === '' || /^(?:~|null|Null|NULL)$/.test(text);
  const written = text.replace(/^!!\w+ /, '').replaceAll('_', '');
  return String(value) === written.toLowerCase() || Number(value) === Number(readYaml(written)[0]?.json ?? written);
}

/** What is wrong with what a document says of a value's origin. */
function complaint(files: BuildFiles, { originOf }: BuiltDocument, { path, value }: Leaf): string | undefined {
  const origin = originOf(path);
  if (!origin) return 'no origin';
  if (origin.file !== undefined && files[origin.file] === undefined) return `no file ${origin.file}`;
  const strange = origin.steps.find(({ file }) => files[file] === undefined);
  if (strange) return `a step of ${strange.kind} names no file`;
  if (origin.steps.length > 0) return undefined;
  const text = textAt(files, origin);
  return text !== undefined && holds(text, value) ? undefined : `not ${JSON.stringify(text)}`;
}

test('each value of a built object is the text that it is said to come from, or a step made it', () => {
  let count = 0;
  const complaints = recordedTrees().flatMap(({ id, files, root }) =>
    build(files, root).documents.flatMap((document) =>
      leavesOf(document.value).flatMap((leaf) => {
        count++;
        const why = complaint(files, document, leaf);
        return why === undefined ? [] : [`${id} ${leaf.path.join('.')} ${JSON.stringify(leaf.value)}: ${why}`];
      }),
    ),
  );
  assert.ok(count > 50_000);
  assert.deepEqual(complaints, []);
});

const deployment = `apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
spec:
  replicas: 1
  template:
    spec:
      containers:
      - name: main
        image: nginx:1.0
        envFrom:
        - configMapRef: {name: settings}
`;
const overlay = `resources: [../base]
namePrefix: dev-
commonLabels:
  tier: front
replicas:
- {name: web, count: 3}
images:
- name: nginx
  newTag: "2.0"
patches:
- path: patch.yaml
- target: {kind: Deployment}
  patch: |
    - op: add
      path: /spec/paused
      value: true
configMapGenerator:
- name: settings
  literals: [COLOUR=blue]
  envs: [settings.env]
`;
const files = {
  'base/kustomization.yaml': 'resources: [web.yaml]\n',
  'base/web.yaml': deployment,
  'dev/kustomization.yaml': overlay,
  'dev/patch.yaml': 'apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: web}\nspec: {minReadySeconds: 7}\n',
  'dev/settings.env': '# colours\nSHAPE=round\n',
};

/** The file, the text and the steps of a value, the steps as `kind field`. */
function told(index: number, ...path: (string | number)[]): [string | undefined, string | undefined, string[]] {
  const origin = build(files, 'dev').documents[index]!.originOf(path)!;
  return [origin.file, textAt(files, origin), origin.steps.map(({ kind, field }) => `${kind} ${field}`)];
}

test('the place of a value is in the file that sets it, and its steps are those that changed it', () => {
  const container = ['spec', 'template', 'spec', 'containers', 0] as const;
  assert.deepEqual(told(0, 'kind'), ['base/web.yaml', 'Deployment', []]);
  assert.deepEqual(told(0, 'metadata', 'name'), ['base/web.yaml', 'web', ['PrefixTransformer namePrefix']]);
  assert.deepEqual(told(0, 'metadata', 'labels', 'tier'), [
    'dev/kustomization.yaml',
    'front',
    ['LabelTransformer commonLabels'],
  ]);
  assert.deepEqual(told(0, 'spec', 'replicas'), [
    'dev/kustomization.yaml',
    '3',
    ['ReplicaCountTransformer replicas[0]'],
  ]);
  assert.deepEqual(told(0, 'spec', 'minReadySeconds'), ['dev/patch.yaml', '7', ['PatchTransformer patches[0]']]);
  assert.deepEqual(told(0, 'spec', 'paused'), ['dev/kustomization.yaml', 'true', ['PatchTransformer patches[1]']]);
  assert.deepEqual(told(0, ...container, 'image'), ['base/web.yaml', 'nginx:1.0', ['ImageTagTransformer images[0]']]);
  assert.deepEqual(told(0, ...container, 'envFrom', 0, 'configMapRef', 'name'), [
    'base/web.yaml',
    'settings',
    ['NameReferenceTransformer '],
  ]);
});

test('generated data comes from the literal or the line that holds it', () => {
  const generator = 'ConfigMapGenerator configMapGenerator[0]';
  assert.deepEqual(told(1, 'data', 'COLOUR'), ['dev/kustomization.yaml', 'blue', [generator]]);
  assert.deepEqual(told(1, 'data', 'SHAPE'), ['dev/settings.env', 'round', [generator]]);
  assert.deepEqual(told(1, 'metadata', 'name'), [
    'dev/kustomization.yaml',
    'settings',
    [generator, 'PrefixTransformer namePrefix', 'HashTransformer '],
  ]);
});

test('a step says where in the kustomization it is asked for', () => {
  const [{ originOf }] = build(files, 'dev').documents as [BuiltDocument];
  const [step] = originOf(['spec', 'replicas'])!.steps;
  assert.equal(overlay.slice(step!.range!.start, step!.range!.end), '{name: web, count: 3}');
});
