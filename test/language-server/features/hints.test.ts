import assert from 'node:assert/strict';
import { test } from 'node:test';
import { codeLenses, hintAmounts, inlayHints, type HintKind } from '@podlint/language-server/features';
import { samples } from '../../kit/manifests.js';
import { edited, open, podHead } from './kit.js';

function hints(text: string, kinds: readonly HintKind[] = hintAmounts.all, range = { start: 0, end: text.length }) {
  const { file } = open(text);
  return { file, found: inlayHints(file, range, { kinds }) };
}

/** `line: label` */
function shown(text: string, kinds?: readonly HintKind[]): string[] {
  return hints(text, kinds).found.map(({ position, label }) => `${position.line}: ${label as string}`);
}

const pod = `${podHead}  containers:\n    - name: web\n      image: nginx # pinned soon\n      livenessProbe:\n        periodSeconds: 5\n        httpGet:\n          port: 80\n`;

test('what nobody wrote: pull policy, QoS class, when probes kill, numbers', () => {
  assert.deepEqual(shown(pod), ['4: QoS BestEffort', '7: imagePullPolicy: Always', '8: kill at 10-15 s']);
  assert.deepEqual(shown(pod, ['probes']), ['8: kill at 10-15 s']);
  assert.deepEqual(shown(pod, ['defaults']), ['8: timeout 1 s, 3 failures']);
  assert.deepEqual(shown(pod, hintAmounts.few), ['4: QoS BestEffort', '7: imagePullPolicy: Always']);
  assert.deepEqual(shown(pod, hintAmounts.off), []);
});

const ready = `${pod}      readinessProbe:\n        httpGet:\n          port: 80\n`;

test('what a lens says is not said again', () => {
  const { file } = open(ready);
  const labels = (lenses: 'shown' | 'not shown') =>
    inlayHints(file, { start: 0, end: ready.length }, { lenses }).map(({ label }) => label);
  assert.ok(labels('not shown').includes('kill at 10-15 s'));
  assert.ok(codeLenses(file).some(({ command }) => command?.title.endsWith('kill at 10-15 s')));
  assert.deepEqual(labels('shown'), [
    'QoS BestEffort',
    'imagePullPolicy: Always',
    'timeout 1 s, 3 failures',
    'every 10 s, timeout 1 s, 3 failures',
  ]);
});

test('a line has one short hint at most, in every manifest', () => {
  for (const text of [...samples, ready]) {
    const { file } = open(text);
    const found = inlayHints(file, { start: 0, end: text.length });
    const lines = found.map(({ position }) => position.line);
    assert.equal(new Set(lines).size, lines.length, text);
    for (const { label } of found) assert.ok((label as string).length <= 40, label as string);
  }
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
  assert.deepEqual(shown(deployment), ['3: replicas: 1', '7: imagePullPolicy: IfNotPresent']);
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
