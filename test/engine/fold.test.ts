import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { ReportedDiagnostic } from '@podlint/engine';
import { applyFixes, createLinter } from 'podlint';

const linter = createLinter();

function lint(text: string): { readonly found: readonly ReportedDiagnostic[]; readonly verdict: string | undefined } {
  const [file] = linter.lint([{ path: 'a.yaml', text }]).files;
  return { found: file!.diagnostics, verdict: file!.documents[0]!.verdicts?.['1.36'] };
}

function errorsOf(text: string): string[] {
  return lint(text).found.flatMap(({ code, path, severity }) => (severity === 'error' ? [`${code} ${path}`] : []));
}

function followersOf(text: string, code: string): string[] {
  const { follows = [] } = lint(text).found.find((one) => one.code === code) ?? {};
  return follows.map((other) => `${other.code} ${other.path}`);
}

const template = `  template:
    metadata:
      labels: { app: web }
    spec:
      containers:
        - name: web
          image: registry.example/web:1
`;
const head = 'apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: web\n';
const selector = '  selector:\n    matchLabels: { app: web }\n';

describe('what follows from a mistake', () => {
  test('is told with the value that the server copies', () => {
    const service = 'apiVersion: v1\nkind: Service\nmetadata: { name: web }\nspec:\n  ports:\n    - port: 99999\n';
    assert.deepEqual(errorsOf(service), ['api/invalid spec.ports[0].port']);
    assert.deepEqual(followersOf(service, 'api/invalid'), ['api/invalid spec.ports[0].targetPort']);
    assert.deepEqual(errorsOf(`${service}      targetPort: 88888\n`), [
      'api/invalid spec.ports[0].port',
      'api/invalid spec.ports[0].targetPort',
    ]);
    const pod =
      'apiVersion: v1\nkind: Pod\nmetadata: { name: web }\nspec:\n  hostNetwork: true\n  containers:\n    - name: web\n';
    assert.deepEqual(errorsOf(`${pod}      image: web:1\n      ports: [{ containerPort: 99999 }]\n`), [
      'api/invalid spec.containers[0].ports[0].containerPort',
    ]);
  });

  test('is told with a misspelt field, wherever that stands', () => {
    const ofSpec = `specs:\n${selector}${template}`;
    for (const text of [
      head + ofSpec,
      `${ofSpec}${head}`,
      `${head}${ofSpec}---\n${head.replace('web', 'other')}spec:\n${selector}${template}`,
    ]) {
      assert.deepEqual(errorsOf(text), ['schema/unknown-field specs']);
      assert.ok(followersOf(text, 'schema/unknown-field').some((one) => one.startsWith('api/required spec.')));
    }
  });

  test('is told with a missing field: no selector is one error', () => {
    const text = `${head}spec:\n${template}`;
    assert.deepEqual(errorsOf(text), ['api/required spec.selector']);
    assert.deepEqual(followersOf(text, 'api/required'), ['api/invalid spec.template.metadata.labels']);
  });

  test('is told with a volume that has a mistake: its mounts are right when the volume is', () => {
    const mounts = '          volumeMounts: [{ name: a, mountPath: /a }, { name: b, mountPath: /b }]\n';
    const volumes =
      '      volumes: [{ name: b, emptyDir: {} }, { name: a, secret: { secretName: a }, configMap: { name: a } }]\n';
    const text = `${head}spec:\n${selector}${template}${mounts}${volumes}`;
    assert.deepEqual(errorsOf(text), ['api/forbidden spec.template.spec.volumes[1].configMap']);
    assert.deepEqual(followersOf(text, 'api/forbidden'), [
      'api/not-found spec.template.spec.containers[0].volumeMounts[0].name',
    ]);
  });

  test('is told with a word that is nearly right: nobody quotes its default', () => {
    const text = `${head}spec:\n${selector}${template}          imagePullPolicy: always\n`;
    assert.deepEqual(errorsOf(text), ['api/not-supported spec.template.spec.containers[0].imagePullPolicy']);
    assert.deepEqual(
      lint(text).found.filter(({ code }) => code.startsWith('images/')),
      [],
    );
  });

  test('is gone when the mistake is mended, and nothing else is', () => {
    const text = `${head}specs:\n${selector}${template}          ports: [{ containerPort: 80000 }]\n`;
    const { text: mended } = applyFixes(text, lint(text).found, 'safe');
    assert.deepEqual(errorsOf(mended), ['api/invalid spec.template.spec.containers[0].ports[0].containerPort']);
    const left = new Set(lint(mended).found.map(({ code, path }) => `${code} ${path}`));
    for (const follower of followersOf(text, 'schema/unknown-field')) assert.ok(!left.has(follower), follower);
  });

  test('does not hide a mistake of its own', () => {
    const text = `${head}spec:\n${selector}${template}          imagePullPolicy: always\n          ports: [{ containerPort: 80000 }]\n`;
    assert.deepEqual(errorsOf(text), [
      'api/not-supported spec.template.spec.containers[0].imagePullPolicy',
      'api/invalid spec.template.spec.containers[0].ports[0].containerPort',
    ]);
  });
});

describe('the rest of an object that does not decode', () => {
  const told = (text: string): unknown[] =>
    lint(text).found.flatMap(({ code, path, severity, provisional }) =>
      severity === 'error' ? [[code, path, provisional ?? false]] : [],
    );

  test('is judged with what the value plainly means', () => {
    const text = `${head}spec:\n  replicas: "3"\n${selector}${template}          ports: [{ containerPort: 80000 }]\n`;
    assert.equal(lint(text).verdict, 'undecodable');
    assert.deepEqual(told(text), [
      ['schema/wrong-type', 'spec.replicas', false],
      ['api/invalid', 'spec.template.spec.containers[0].ports[0].containerPort', true],
    ]);
  });

  test('is judged without a value that means nothing, which is not missing then', () => {
    const text = `${head}spec:\n${selector}${template}          volumeMounts: [{ name: data, mountPath: /data }]\n          imagePullPolicy: Sometimes\n      volumes: 5\n`;
    assert.deepEqual(told(text), [
      ['api/not-supported', 'spec.template.spec.containers[0].imagePullPolicy', true],
      ['schema/wrong-type', 'spec.template.spec.volumes', false],
    ]);
  });

  test('is no part of the verdict, nor of what a mended object is told', () => {
    const text = `${head}spec:\n  replicas: "3"\n${selector}${template}`;
    assert.equal(lint(text).verdict, 'undecodable');
    const { text: mended } = applyFixes(text, lint(text).found, 'safe');
    assert.equal(lint(mended).verdict, 'accept');
    assert.ok(lint(mended).found.every(({ provisional }) => provisional === undefined));
  });

  test('is looked at by rules too', () => {
    const codes = lint(`${head}spec:\n  replicas: "3"\n${selector}${template}`).found;
    const rule = codes.find(({ code }) => code === 'resources/no-memory-limit');
    assert.equal(rule?.provisional, true);
  });
});
