import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inlayHints, type HintKind } from '@podlint/language-server/features';
import { edited, open, podHead } from './kit.js';

function hints(text: string, kinds?: readonly HintKind[], range = { start: 0, end: text.length }) {
  const { file } = open(text);
  return { file, found: inlayHints(file, range, kinds) };
}

/** `line: label` */
function shown(text: string, kinds?: readonly HintKind[]): string[] {
  return hints(text, kinds).found.map(({ position, label }) => `${position.line}: ${label as string}`);
}

const pod = `${podHead}  containers:\n    - name: web\n      image: nginx # pinned soon\n      livenessProbe:\n        periodSeconds: 5\n        httpGet:\n          port: 80\n`;

test('what nobody wrote: pull policy, QoS class, when probes kill, numbers', () => {
  assert.deepEqual(shown(pod), [
    '4: QoS BestEffort',
    '7: imagePullPolicy: Always',
    '8: kill at 10-15 s',
    '8: timeoutSeconds: 1, failureThreshold: 3',
  ]);
  assert.deepEqual(shown(pod, ['probes']), ['8: kill at 10-15 s']);
});

test('a hint says why, and can be written out', () => {
  const { file, found } = hints(pod, ['imagePullPolicy', 'defaults']);
  assert.match((found[0]!.tooltip as { value: string }).value, /latest or missing/);
  assert.equal(
    edited(file, found[0]!.textEdits!),
    pod.replace('pinned soon\n', 'pinned soon\n      imagePullPolicy: Always\n'),
  );
  assert.equal(edited(file, found[1]!.textEdits!), `${pod}        timeoutSeconds: 1\n        failureThreshold: 3\n`);
});

test('what is written gets no hint', () => {
  const written = pod.replace('image: nginx', 'imagePullPolicy: Never\n      image: nginx');
  assert.deepEqual(shown(written, ['imagePullPolicy']), []);
});

test('templates of workloads, in brackets and in JSON', () => {
  const deployment =
    'apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: a}\nspec:\n  selector: {matchLabels: {a: b}}\n  template:\n    metadata: {labels: {a: b}}\n    spec: {containers: [{name: a, image: "b:1"}]}\n';
  assert.deepEqual(shown(deployment), ['3: replicas: 1', '7: QoS BestEffort', '7: imagePullPolicy: IfNotPresent']);
  const { file, found } = hints(deployment, ['imagePullPolicy']);
  assert.equal(
    edited(file, found[0]!.textEdits!),
    deployment.replace('image: "b:1"', 'image: "b:1", imagePullPolicy: IfNotPresent'),
  );
});

test('only the range that the editor shows', () => {
  assert.deepEqual(
    hints(pod, undefined, { start: 0, end: podHead.length }).found.map(({ label }) => label),
    ['QoS BestEffort'],
  );
});
