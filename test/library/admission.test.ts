import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, describe, test } from 'node:test';
import { lintPaths, type LintPathsOptions } from 'podlint/node';

const folders: string[] = [];
after(() => {
  for (const folder of folders) rmSync(folder, { recursive: true });
});

/** What admission says of files: `code path`, sorted. */
async function admitted(files: Readonly<Record<string, string>>, options: LintPathsOptions = {}): Promise<string[]> {
  const cwd = mkdtempSync(path.join(tmpdir(), 'podlint-admission-'));
  folders.push(cwd);
  for (const [name, text] of Object.entries(files)) writeFileSync(path.join(cwd, name), text);
  const names = Object.keys(files).filter((name) => !name.startsWith('not-of-the-run'));
  const report = await lintPaths(names, { cwd, config: false, level: 'info', ...options });
  return report.files
    .flatMap(({ path: file, diagnostics }) => diagnostics.map(({ code, path: at }) => ({ file, code, at })))
    .filter(({ code }) => code.startsWith('admission/'))
    .map(({ file, code, at }) => `${file}: ${code} ${at}`)
    .sort();
}

function policy(name: string, resources: string, expression: string, more = ''): string {
  return `apiVersion: admissionregistration.k8s.io/v1
kind: ValidatingAdmissionPolicy
metadata: {name: ${name}}
spec:
  matchConstraints:
    resourceRules:
      - {apiGroups: ["", apps], apiVersions: [v1], resources: [${resources}], operations: [CREATE]}
  validations:
    - expression: ${JSON.stringify(expression)}
${more}`;
}

const binding = (name: string, action: string, more = ''): string => `apiVersion: admissionregistration.k8s.io/v1
kind: ValidatingAdmissionPolicyBinding
metadata: {name: ${name}}
spec:
  policyName: ${name}
  validationActions: [${action}]
${more}`;

const deployment = (replicas: number, container = 'image: web:1'): string => `apiVersion: apps/v1
kind: Deployment
metadata: {name: web}
spec:
  replicas: ${replicas}
  selector: {matchLabels: {app: web}}
  template:
    metadata: {labels: {app: web}}
    spec:
      containers:
        - name: web
          ${container}
`;

describe('policies among the files', () => {
  const few = policy('few', 'deployments', 'object.spec.replicas <= 5');

  for (const [action, code] of [
    ['Deny', 'policy-denied'],
    ['Warn', 'policy-warned'],
    ['Audit', 'policy-audited'],
  ] as const)
    test(`a binding that says ${action}`, async () => {
      const files = { 'policy.yaml': `${few}---\n${binding('few', action)}`, 'web.yaml': deployment(6) };
      assert.deepEqual(await admitted(files), [`web.yaml: admission/${code} spec.replicas`]);
    });

  test('an object that fits, and a policy that nothing binds', async () => {
    const bound = `${few}---\n${binding('few', 'Deny')}`;
    assert.deepEqual(await admitted({ 'policy.yaml': bound, 'web.yaml': deployment(5) }), []);
    assert.deepEqual(await admitted({ 'policy.yaml': few, 'web.yaml': deployment(6) }), []);
  });

  test('a policy about Pods is about the template that makes them', async () => {
    const tagged = policy('tagged', 'pods', "object.spec.containers.all(c, !c.image.endsWith(':1'))");
    const files = { 'policy.yaml': `${tagged}---\n${binding('tagged', 'Deny')}`, 'web.yaml': deployment(1) };
    assert.deepEqual(await admitted(files), [
      'web.yaml: admission/policy-denied spec.template.spec.containers[0].image',
    ]);
  });

  test('params are found among the files, and may be missing', async () => {
    const limited = policy(
      'limited',
      'deployments',
      'object.spec.replicas <= int(params.data.most)',
      '  paramKind: {apiVersion: v1, kind: ConfigMap}\n',
    );
    const bound = binding('limited', 'Deny', '  paramRef: {name: limit, parameterNotFoundAction: Deny}\n');
    const files = { 'policy.yaml': `${limited}---\n${bound}`, 'web.yaml': deployment(6) };
    const limit = 'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: limit}\ndata: {most: "5"}\n';
    assert.deepEqual(await admitted({ ...files, 'limit.yaml': limit }), [
      'web.yaml: admission/policy-denied spec.replicas',
    ]);
    assert.deepEqual(await admitted(files), ['web.yaml: admission/policy-depends ']);
  });

  test('who asks, and labels of a namespace that is not there, are not known', async () => {
    const asking = policy('asking', 'deployments', "request.userInfo.username == 'admin'");
    const asked = { 'policy.yaml': `${asking}---\n${binding('asking', 'Deny')}`, 'web.yaml': deployment(1) };
    assert.deepEqual(await admitted(asked), ['web.yaml: admission/policy-depends ']);
    const labelled = policy('labelled', 'deployments', "namespaceObject.metadata.labels['team'] == 'a'");
    const files = { 'policy.yaml': `${labelled}---\n${binding('labelled', 'Deny')}`, 'web.yaml': deployment(1) };
    assert.deepEqual(await admitted(files), ['web.yaml: admission/policy-depends ']);
    const namespace = 'apiVersion: v1\nkind: Namespace\nmetadata: {name: default, labels: {team: a}}\n';
    assert.deepEqual(await admitted({ ...files, 'namespace.yaml': namespace }), []);
  });

  test('policies that are named judge runs that do not hold them', async () => {
    const files = { 'not-of-the-run.yaml': `${few}---\n${binding('few', 'Deny')}`, 'web.yaml': deployment(6) };
    assert.deepEqual(await admitted(files), []);
    assert.deepEqual(await admitted(files, { policies: ['not-of-the-run.yaml'] }), [
      'web.yaml: admission/policy-denied spec.replicas',
    ]);
  });
});

describe('limits and quotas among the files', () => {
  const range = `apiVersion: v1
kind: LimitRange
metadata: {name: bounds}
spec: {limits: [{type: Container, max: {cpu: "1"}, default: {cpu: 500m, memory: 64Mi}}]}
`;
  const quota = `apiVersion: v1
kind: ResourceQuota
metadata: {name: all}
spec: {hard: {requests.cpu: "2"}}
`;
  const asking = (cpu: string): string =>
    `{image: "web:1", resources: {requests: {cpu: ${cpu}}, limits: {cpu: ${cpu}}}}`;
  const pods = (replicas: number, cpu: string): string =>
    deployment(replicas).replace(/- name: web\n\s+image: web:1/, `- {name: web, ${asking(cpu).slice(1)}`);

  test('a container above the bounds', async () => {
    const files = { 'range.yaml': range, 'web.yaml': pods(1, '1500m') };
    assert.deepEqual(await admitted(files), [
      'web.yaml: admission/limit-ranger spec.template.spec.containers[0].resources',
    ]);
    assert.deepEqual(await admitted({ ...files, 'web.yaml': pods(1, '1') }), []);
  });

  test('a LimitRange of another namespace', async () => {
    const other = range.replace('{name: bounds}', '{name: bounds, namespace: other}');
    assert.deepEqual(await admitted({ 'range.yaml': other, 'web.yaml': pods(1, '1500m') }), []);
  });

  test('Pods that are too much together, or do not say how much they need', async () => {
    assert.deepEqual(await admitted({ 'quota.yaml': quota, 'web.yaml': pods(4, '500m') }), []);
    assert.deepEqual(await admitted({ 'quota.yaml': quota, 'web.yaml': pods(5, '500m') }), [
      'web.yaml: admission/resource-quota spec',
    ]);
    assert.deepEqual(await admitted({ 'quota.yaml': quota, 'web.yaml': deployment(1) }), [
      'web.yaml: admission/resource-quota spec',
    ]);
    assert.deepEqual(await admitted({ 'quota.yaml': quota, 'range.yaml': range, 'web.yaml': deployment(1) }), []);
  });

  test('a quota that is used up is told of once, and what is too much by itself apart', async () => {
    const named = (name: string, replicas: number): string =>
      pods(replicas, '500m').replace('name: web', `name: ${name}`);
    const files = {
      'quota.yaml': quota,
      'a.yaml': named('a', 4),
      'b.yaml': named('b', 1),
      'c.yaml': named('c', 2),
      'd.yaml': pods(1, '3').replace('name: web', 'name: d'),
    };
    assert.deepEqual(await admitted(files), [
      'b.yaml: admission/resource-quota spec',
      'd.yaml: admission/resource-quota spec',
    ]);
  });

  describe('Pods that controllers of other kinds make', () => {
    const rollout = (replicas: number): string =>
      pods(replicas, '500m').replace('apps/v1', 'argoproj.io/v1alpha1').replace('Deployment', 'Rollout');
    const job = (workers: string): string => `apiVersion: kubeflow.org/v1
kind: PyTorchJob
metadata: {name: train}
spec:
  pytorchReplicaSpecs:
    Master: {template: {spec: {containers: [{name: pytorch, ${asking('500m').slice(1)}]}}}
    Worker: {${workers}template: {spec: {containers: [{name: pytorch, ${asking('500m').slice(1)}]}}}
`;
    const tooMuch = ['web.yaml: admission/resource-quota spec'];

    test('count as often as there are replicas', async () => {
      assert.deepEqual(await admitted({ 'quota.yaml': quota, 'web.yaml': rollout(4) }), []);
      assert.deepEqual(await admitted({ 'quota.yaml': quota, 'web.yaml': rollout(5) }), tooMuch);
    });

    test('are summed up over the templates of an object, with one replica where none is said', async () => {
      assert.deepEqual(await admitted({ 'quota.yaml': quota, 'web.yaml': job('') }), []);
      assert.deepEqual(await admitted({ 'quota.yaml': quota, 'web.yaml': job('replicas: 3, ') }), []);
      assert.deepEqual(await admitted({ 'quota.yaml': quota, 'web.yaml': job('replicas: 4, ') }), tooMuch);
    });

    test('add to those of other objects', async () => {
      const files = { 'quota.yaml': quota, 'rollout.yaml': rollout(2) };
      assert.deepEqual(await admitted({ ...files, 'web.yaml': pods(2, '500m') }), []);
      assert.deepEqual(await admitted({ ...files, 'web.yaml': pods(3, '500m') }), tooMuch);
    });

    test('do not count where they are made on demand', async () => {
      const scaled = `apiVersion: keda.sh/v1alpha1
kind: ScaledJob
metadata: {name: scaled}
spec:
  jobTargetRef: {template: {spec: {containers: [{name: a, ${asking('3').slice(1)}]}}}
  triggers: [{type: cron, metadata: {timezone: UTC, start: 0 * * * *, end: 1 * * * *, desiredReplicas: "1"}}]
`;
      assert.deepEqual(await admitted({ 'quota.yaml': quota, 'web.yaml': scaled }), []);
    });

    test('objects of such a kind count by their number', async () => {
      const few = quota.replace('requests.cpu: "2"', 'count/rollouts.argoproj.io: "1"');
      const other = rollout(1).replace('name: web', 'name: other');
      assert.deepEqual(await admitted({ 'quota.yaml': few, 'web.yaml': rollout(1) }), []);
      assert.deepEqual(await admitted({ 'quota.yaml': few, 'other.yaml': other, 'web.yaml': rollout(1) }), tooMuch);
    });
  });

  test('rules about requests and limits know what a LimitRange gives', async () => {
    const found = async (files: Readonly<Record<string, string>>): Promise<readonly string[]> => {
      const cwd = mkdtempSync(path.join(tmpdir(), 'podlint-admission-'));
      folders.push(cwd);
      for (const [name, text] of Object.entries(files)) writeFileSync(path.join(cwd, name), text);
      const report = await lintPaths(Object.keys(files), { cwd, config: false });
      return report.files
        .flatMap(({ diagnostics }) => diagnostics.map(({ code }) => code))
        .filter((code) => /resources\/no-(memory-limit|requests)/.test(code));
    };
    assert.deepEqual((await found({ 'web.yaml': deployment(1) })).toSorted(), [
      'resources/no-memory-limit',
      'resources/no-requests',
    ]);
    assert.deepEqual(await found({ 'web.yaml': deployment(1), 'range.yaml': range }), []);
  });
});

test('a plugin that is enabled besides those of every cluster', async () => {
  const always = policy('always', 'pods', "object.spec.containers.all(c, c.imagePullPolicy == 'Always')");
  const files = { 'policy.yaml': `${always}---\n${binding('always', 'Deny')}`, 'web.yaml': deployment(1) };
  const at = 'spec.template.spec.containers[0].imagePullPolicy';
  assert.deepEqual(await admitted(files), [`web.yaml: admission/policy-denied ${at}`]);
  assert.deepEqual(await admitted(files, { enableAdmissionPlugins: ['AlwaysPullImages'] }), []);
});
