import assert from 'node:assert/strict';
import { test } from 'node:test';
import { applyFixes, createLinter } from 'podlint';

const linter = createLinter({ preset: 'none' });

function fixed(text: string, safety: 'safe' | 'unsafe'): { text: string; applied: number; remaining: number } {
  return applyFixes(text, linter.lint([{ path: 'a.yaml', text }]).files[0]!.diagnostics, safety);
}

const misspelt = `apiVersion: v1
kind: Pod
metadata:
  name: a # stays
spec:
  containers:
    - name: a
      Image: b   # stays too
      imagePulPolicy: Always
`;

test('fixes of different places go in together, and comments stay', () => {
  const { text, applied, remaining } = fixed(misspelt, 'safe');
  assert.equal(text, misspelt.replace('Image: b', 'image: b').replace('imagePulPolicy', 'imagePullPolicy'));
  assert.deepEqual([applied, remaining], [2, 0]);
});

test('a second run changes nothing', () => {
  const once = fixed(misspelt, 'safe').text;
  assert.deepEqual(fixed(once, 'safe'), { text: once, applied: 0, remaining: 0 });
});

test('what may change the meaning is only done when asked for', () => {
  const twice = misspelt
    .replace('      Image: b   # stays too\n', '      image: b\n      image: c\n')
    .replace('imagePul', 'imagePull');
  assert.equal(fixed(twice, 'safe').applied, 0);
  assert.equal(fixed(twice, 'unsafe').text, twice.replace('      image: b\n', ''));
});

test('every fix of a rejected manifest leaves text that parses', () => {
  const text = misspelt.replaceAll('\n', '\r\n');
  const report = linter.lint([{ path: 'a.yaml', text: fixed(text, 'unsafe').text }]);
  assert.equal(report.files[0]!.documents[0]!.verdicts?.['1.36'], 'accept');
});

test('what is misspelt is not filled in as if it were missing', () => {
  const recommended = createLinter();
  const lint = (text: string) => recommended.lint([{ path: 'a.yaml', text }]).files[0]!.diagnostics;
  const text =
    'apiVersion: v1\nkind: Pod\nmetadata:\n  name: a\nspec:\n  containers:\n    - name: a\n      image: b:1\n      imagePullPolcy: Always\n';
  const right = text.replace('Polcy', 'Policy');
  assert.deepEqual(applyFixes(text, lint(text), 'safe'), { text: right, applied: 1, remaining: 0 });
  assert.deepEqual(applyFixes(right, lint(right), 'safe'), { text: right, applied: 0, remaining: 0 });
});

test('a Pod that is wrapped into a Deployment keeps what other fixes set in its last lines', () => {
  const recommended = createLinter();
  const lint = (text: string) => recommended.lint([{ path: 'a.yaml', text }]).files[0]!;
  for (const end of ['', '\n', '\n---\n', '\n# the end\n']) {
    let text = `apiVersion: v1\nkind: Pod\nmetadata:\n  name: a\nspec:\n  containers:\n    - image: b:1\n      name: a${end}`;
    for (let round = 0, applied = 1; applied > 0 && round < 10; round++)
      ({ text, applied } = applyFixes(text, lint(text).diagnostics, 'unsafe'));
    assert.equal(lint(text).documents[0]!.verdicts?.['1.36'], 'accept', text);
    assert.match(text, /^ {10}imagePullPolicy: IfNotPresent$/m);
  }
});

test('a command that was written as one text becomes words, or the script of a shell', () => {
  const pod = (command: string): string =>
    `apiVersion: v1\nkind: Pod\nmetadata: {name: a}\nspec: {containers: [{name: a, image: b, command: ${command}}]}\n`;
  assert.equal(fixed(pod('sleep 3600'), 'safe').applied, 0);
  assert.equal(fixed(pod('sleep 3600'), 'unsafe').text, pod('["sleep", "3600"]'));
  assert.equal(fixed(pod('"echo a && date"'), 'unsafe').text, pod('["sh", "-c", "echo a && date"]'));
  assert.equal(fixed(pod('server'), 'unsafe').text, pod('[server]'));
});

test('a fix is safe only if it is for every version that was asked for', () => {
  const text = `apiVersion: v1
kind: Pod
metadata:
  name: a
  annotations:
    container.apparmor.security.beta.kubernetes.io/a: runtime/default
spec:
  containers: [{name: a, image: b}]
`;
  const applied = (...kubernetesVersions: string[]): number => {
    const some = createLinter({ kubernetesVersions });
    const found = some.lint([{ path: 'a.yaml', text }]).files[0]!.diagnostics;
    return applyFixes(
      text,
      found.filter(({ code }) => code === 'deprecations/field'),
      'safe',
    ).applied;
  };
  assert.equal(applied('1.36'), 1);
  assert.equal(applied('1.33', '1.36'), 1);
  assert.equal(applied('1.29', '1.36'), 0);
});
