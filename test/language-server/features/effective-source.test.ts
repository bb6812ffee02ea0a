import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { effectiveSource, effectiveWithComments } from '@podlint/language-server/features';
import { createLinter, readYaml } from 'podlint';
import { samples } from '../../kit/manifests.js';
import { open } from './kit.js';

const good = path.resolve(import.meta.dirname, '../../../../examples/good');
const examples = readdirSync(good).map((name) => readFileSync(path.join(good, name), 'utf8'));
const linter = createLinter();

function filledIn(text: string): string | undefined {
  return effectiveSource(open(text).file)?.text;
}

/** What the server would store of each object of a text; undefined for one that is not judged. */
function stored(text: string): Map<string, unknown> {
  return new Map(
    linter
      .explain([{ path: 'manifest.yaml', text }])
      .map(({ index, item, podPresets, effective }) => [`${index} ${item ?? ''}`, podPresets?.effective ?? effective]),
  );
}

/** Every object of a text as it is written. */
function written(text: string): Map<string, unknown> {
  const documents = readYaml(text).flatMap((document) =>
    'json' in document && document.json !== null ? [document.json] : [],
  );
  return new Map(
    documents.flatMap((json, index): [string, unknown][] => {
      const { kind, items } = json as { kind?: string; items?: unknown[] };
      return kind === 'List'
        ? (items ?? []).map((item, number) => [`${index} ${number}`, item])
        : [[`${index} `, json]];
    }),
  );
}

/** Quantities may be written as numbers. */
const asText = (value: unknown): unknown =>
  JSON.parse(JSON.stringify(value, (_, inner: unknown) => (typeof inner === 'number' ? String(inner) : inner)));

test('each default has its reason beside it, or behind it as a comment', () => {
  const text =
    'apiVersion: v1\nkind: Pod\nmetadata: {name: web}\nspec:\n  containers:\n    - name: web\n      image: nginx:1 # soon\n      readinessProbe: {exec: {command: [ready]}}\n';
  const { file } = open(text);
  const { text: filled, reasons } = effectiveSource(file)!;
  const lines = filled.split('\n');
  const why = new Map(reasons.map(({ line, why: reason }) => [lines[line]!.trim(), reason]));
  assert.match(why.get('imagePullPolicy: IfNotPresent') ?? '', /a tag other than latest/);
  assert.equal(why.get('terminationGracePeriodSeconds: 30'), 'a pod has half a minute to end');
  assert.ok(lines.indexOf('      imagePullPolicy: IfNotPresent') === lines.indexOf('      image: nginx:1 # soon') + 1);
  const commented = effectiveWithComments(file)!.text;
  assert.match(commented, /^ {2}terminationGracePeriodSeconds: 30 {2}# a pod has half a minute to end$/m);
  assert.match(commented, /^ {6}image: nginx:1 # soon$/m);
  assert.deepEqual(stored(commented), stored(text));
});

test('JSON has no comments', () => {
  const text =
    '{"apiVersion": "v1", "kind": "Pod", "metadata": {"name": "a"}, "spec": {"containers": [{"name": "a", "image": "a:1"}]}}';
  const { file } = open(text);
  assert.doesNotMatch(effectiveWithComments(file)!.text, /#/);
});

test('a default stands where it would be written, and the rest stays as it is', () => {
  const text = `# the web server
apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
  - name: web # the only one
    image: "registry.example.com/web:1"
    livenessProbe: {httpGet: {port: 80}, periodSeconds: 5}
---
apiVersion: example.com/v1
kind: Widget
metadata: {name: web}
`;
  const filled = filledIn(text)!;
  const kept = text.split('\n').filter((line) => !line.includes('livenessProbe'));
  assert.deepEqual(
    kept.filter((line) => !filled.split('\n').includes(line)),
    [],
  );
  assert.match(filled, /^ {4}imagePullPolicy: IfNotPresent$/m);
  assert.match(
    filled,
    /livenessProbe: \{httpGet: \{port: 80, path: \/, scheme: HTTP\}, periodSeconds: 5, .*failureThreshold: 3/,
  );
  assert.match(filled, /^ {2}terminationGracePeriodSeconds: 30\n---$/m);
});

test('what the server drops is gone, and what it writes otherwise is changed', () => {
  const filled = filledIn(
    'apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\nspec:\n  containers:\n    - name: web\n      image: web\n      resources:\n        limits:\n          cpu: 1000m\nstatus:\n  phase: Running\n',
  )!;
  assert.match(filled, /cpu: "?1"?$/m);
  assert.doesNotMatch(filled, /status|phase/);
});

test('an item of a List is filled in, and JSON stays JSON', () => {
  assert.match(
    filledIn(
      'apiVersion: v1\nkind: List\nitems:\n- apiVersion: v1\n  kind: Pod\n  metadata: {name: a}\n  spec:\n    containers: [{name: a, image: a}]\n',
    )!,
    /^ {4}restartPolicy: Always$/m,
  );
  const json = filledIn(
    '{"apiVersion": "v1", "kind": "Pod", "metadata": {"name": "a"}, "spec": {"containers": [{"name": "a", "image": "a:1"}]}}',
  )!;
  assert.equal((JSON.parse(json) as { spec: { restartPolicy: string } }).spec.restartPolicy, 'Always');
});

test('nothing of a file without judged objects', () => {
  assert.equal(filledIn('apiVersion: example.com/v1\nkind: Widget\nmetadata:\n  name: a\n'), undefined);
});

test('of every example the text says what the server would store', () => {
  let compared = 0;
  for (const text of [...examples, ...samples]) {
    const found = written(filledIn(text) ?? '');
    for (const [place, object] of stored(text)) {
      if (object === undefined) continue;
      compared++;
      assert.deepEqual(asText(found.get(place)), asText(object), text);
    }
  }
  assert.ok(compared > 30, `only ${compared} were compared`);
});
