import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { createLinter } from 'podlint';

const linter = createLinter({ kubernetesVersions: ['1.36'] });
const part = 'apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: web}\nstatus: {readyReplicas: 1}\n';

function skipOf(path: string): string | undefined {
  return linter.lint([{ path, text: part }]).files[0]?.documents[0]?.skipped;
}

describe('files that tests compare objects with', () => {
  for (const name of ['00-assert.yaml', 'e2e/03-errors.yaml', '1-error.yml', '10-assert-scaled.yaml'])
    test(`${name} holds parts of objects`, () => {
      assert.equal(skipOf(name), 'assertion of a test');
      assert.deepEqual(linter.lint([{ path: name, text: part }]).files[0]?.diagnostics, []);
    });
  for (const name of ['00-install.yaml', 'assert.yaml', '00-asserted.yaml'])
    test(`${name} is judged as it is`, () => assert.equal(skipOf(name), undefined));
});

describe('files that a Chainsaw test fills in and applies', () => {
  const suite = (steps: string): { readonly path: string; readonly text: string } => ({
    path: 'e2e/chainsaw-test.yaml',
    text: `apiVersion: chainsaw.kyverno.io/v1alpha1\nkind: Test\nmetadata: {name: a}\nspec: {steps: [{try: [${steps}]}]}\n`,
  });
  const workload = `apiVersion: apps/v1
kind: Deployment
metadata:
  name: (join('-', ['web', $namespace]))
  namespace: ($namespace)
spec:
  replicas: ($replicas)
  selector:
    matchLabels: {app: ($app)}
  template:
    metadata:
      labels: {app: web}
    spec:
      containers:
        - name: web
          image: ($image)
          ports: [{containerPort: (to_number('80')), protocol: "(cel;'TCP')"}]
          resources: {requests: {cpu: ($cpu)}}
          volumeMounts: [{name: ($volume), mountPath: /data}]
      volumes:
        - name: data
          emptyDir: {}
`;
  const errorsOf = (steps: string, path: string, text = workload): string[] => {
    const { files } = linter.lint([suite(steps), { path, text }]);
    const found = files.find((file) => file.path === path)?.diagnostics ?? [];
    return found.filter(({ severity }) => severity === 'error').map(({ code, path: at }) => `${code} ${at}`);
  };

  for (const [steps, path] of [
    ['{apply: {file: app.yaml}}', 'e2e/app.yaml'],
    ['{create: {file: ./parts/app.yaml}}', 'e2e/parts/app.yaml'],
    ['{update: {file: ../common/app.yaml}}', 'common/app.yaml'],
    ['{apply: {file: "parts/*.yaml"}}', 'e2e/parts/app.yaml'],
    ['{assert: {file: app.yaml}}, {apply: {file: app.yaml}}', 'e2e/app.yaml'],
  ] as const)
    test(`${steps}: no expression is an error`, () => assert.deepEqual(errorsOf(steps, path), []));

  test('hold mistakes beside expressions, and those are errors', () => {
    const wrong = `apiVersion: v1
kind: Pod
metadata: {name: ($name)}
spec:
  nodName: a
  containers:
    - name: web
      image: registry.example/web:1
      volumeMounts: [{name: ($volume), mountPath: ""}]
`;
    assert.deepEqual(errorsOf('{apply: {file: app.yaml}}', 'e2e/app.yaml', wrong).sort(), [
      'api/required spec.containers[0].volumeMounts[0].mountPath',
      'schema/unknown-field spec.nodName',
    ]);
  });

  test('are those that a test names, and no others', () => {
    for (const [steps, path] of [
      ['{apply: {file: app.yaml}}', 'e2e/other.yaml'],
      ['{apply: {file: "*.yaml"}}', 'e2e/parts/app.yaml'],
    ] as const)
      assert.ok(errorsOf(steps, path).includes('api/invalid metadata.name'), path);
  });

  test('are told of as skipped, with one information', () => {
    const { files } = linter.lint([suite('{apply: {file: app.yaml}}'), { path: 'e2e/app.yaml', text: workload }]);
    const app = files.find(({ path }) => path === 'e2e/app.yaml');
    assert.deepEqual(
      app?.documents.map(({ skipped }) => skipped),
      ['placeholder ${...}'],
    );
    assert.deepEqual(
      app.diagnostics.filter(({ code }) => code === 'schema/placeholder').map(({ severity, path }) => [severity, path]),
      [['info', 'metadata.name']],
    );
  });

  for (const key of ['(length(@))', '~.(containers)', "(conditions[?type == 'Ready'])", '~item.name'])
    test(`${key} makes what holds it an assertion, whatever its file is called`, () => {
      const text = `apiVersion: v1\nkind: Pod\nmetadata: {name: a}\nspec:\n  "${key}": 1\n  containers: []\n`;
      const [file] = linter.lint([{ path: 'ready.yaml', text }]).files;
      assert.deepEqual(
        file?.documents.map(({ skipped }) => skipped),
        ['assertion of a test'],
      );
      assert.deepEqual(file.diagnostics, []);
    });
});

test('what a Chainsaw test says itself is for Chainsaw, also where the run has its definition', () => {
  const definition = `apiVersion: apiextensions.k8s.io/v1
kind: CustomResourceDefinition
metadata: {name: tests.chainsaw.kyverno.io}
spec:
  group: chainsaw.kyverno.io
  names: {kind: Test, plural: tests}
  scope: Cluster
  versions:
    - {name: v1alpha1, served: true, storage: true, schema: {openAPIV3Schema: {type: object, properties: {spec: {type: object}}}}}
`;
  const text =
    'apiVersion: chainsaw.kyverno.io/v1alpha1\nkind: Test\nmetadata: {name: a}\nspec: {steps: [{apply: &one {a: 1}}, {assert: {<<: *one, a: 2}}]}\n';
  const definitions = createLinter({ kubernetesVersions: ['1.36'] });
  const { files } = definitions.lint([
    { path: 'crd.yaml', text: definition },
    { path: 'with-anchors.yaml', text },
  ]);
  const file = files.find(({ path }) => path === 'with-anchors.yaml');
  assert.deepEqual(
    file?.documents.map(({ skipped, format }) => [skipped, format]),
    [['not a Kubernetes object', 'Chainsaw test']],
  );
  assert.deepEqual(file.diagnostics, []);
});
