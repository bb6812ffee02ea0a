import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { ProblemFix } from '@podlint/schema';
import { applyEdits } from '@podlint/syntax';
import { containerWith, decodeText, decodedAt, deploymentWith, onlyProblem, podWith, problemsOfItem } from './kit.js';

const probe = 'livenessProbe:\n  httpGet:\n    path: /\n    port: 80';
const env = 'env:\n- name: A';
const volume = 'volumes:\n- name: data';
const cronJob = (lines: string): string =>
  `apiVersion: batch/v1\nkind: CronJob\nspec:\n  jobTemplate:\n    spec:\n      template:\n        spec:\n          containers:\n          - name: web\n            image: nginx\n${lines}`;

/** Where a field was put, and the only path it belongs to. */
const moves: [name: string, text: string, from: string, to: (string | number)[], minor?: number][] = [
  [
    'a pod field in a container',
    containerWith('hostAliases:\n- ip: 10.0.0.1\n  hostnames: [a]'),
    'spec.containers[0].hostAliases',
    ['spec', 'hostAliases'],
  ],
  [
    'a pod field in a container of a Deployment',
    deploymentWith('replicas: 1', '  nodeSelector: {a: b}'),
    'spec.template.spec.containers[0].nodeSelector',
    ['spec', 'template', 'spec', 'nodeSelector'],
  ],
  [
    'a field of a claim in the template of an ephemeral volume, whose spec is not there',
    podWith(
      'volumes:\n- name: data\n  ephemeral:\n    volumeClaimTemplate:\n      resources: {requests: {storage: 1Gi}}',
    ),
    'spec.volumes[0].ephemeral.volumeClaimTemplate.resources',
    ['spec', 'volumes', 0, 'ephemeral', 'volumeClaimTemplate', 'spec', 'resources'],
  ],
  [
    'resources that no Pod as a whole can have',
    deploymentWith('resources: {limits: {nvidia.com/gpu: 1}}'),
    'spec.resources',
    ['spec', 'template', 'spec', 'containers', 0, 'resources'],
  ],
  [
    'a pod field in metadata',
    'apiVersion: v1\nkind: Pod\nmetadata:\n  name: a\n  restartPolicy: Never\nspec: {containers: []}\n',
    'metadata.restartPolicy',
    ['spec', 'restartPolicy'],
  ],
  [
    'a pod field on a Deployment',
    deploymentWith('restartPolicy: Always'),
    'spec.restartPolicy',
    ['spec', 'template', 'spec', 'restartPolicy'],
  ],
  [
    'a pod field on a pod template',
    deploymentWith('replicas: 1').replace('  template:\n', '  template:\n    hostNetwork: true\n'),
    'spec.template.hostNetwork',
    ['spec', 'template', 'spec', 'hostNetwork'],
  ],
  [
    'a pod field at the top of a CronJob',
    cronJob('restartPolicy: Never\n'),
    'restartPolicy',
    ['spec', 'jobTemplate', 'spec', 'template', 'spec', 'restartPolicy'],
  ],
  [
    'a workload field on a pod template',
    deploymentWith('selector: {}').replace('  template:\n', '  template:\n    replicas: 2\n'),
    'spec.template.replicas',
    ['spec', 'replicas'],
  ],
  [
    'a workload field in the pod spec',
    deploymentWith('selector: {}', 'replicas: 2'),
    'spec.template.spec.replicas',
    ['spec', 'replicas'],
  ],
  [
    'a job field in the pod spec',
    cronJob('          backoffLimit: 2\n'),
    'spec.jobTemplate.spec.template.spec.backoffLimit',
    ['spec', 'jobTemplate', 'spec', 'backoffLimit'],
  ],
  [
    'a schedule in the job template',
    cronJob('    schedule: "* * * * *"\n'),
    'spec.jobTemplate.schedule',
    ['spec', 'schedule'],
  ],
  ['labels in the pod spec', podWith('labels: {a: b}'), 'spec.labels', ['metadata', 'labels']],
  [
    'labels at the top',
    'apiVersion: v1\nkind: Pod\nmetadata: {name: a}\nlabels: {a: b}\n',
    'labels',
    ['metadata', 'labels'],
  ],
  ['a container field in the pod spec', podWith('command: [a]'), 'spec.command', ['spec', 'containers', 0, 'command']],
  [
    'a container field at the top',
    'apiVersion: v1\nkind: Pod\nenv: [{name: A}]\nspec:\n  containers:\n  - name: web\n',
    'env',
    ['spec', 'containers', 0, 'env'],
  ],
  [
    'a container field in a probe',
    containerWith(`${probe}\n  lifecycle: {}`),
    'spec.containers[0].livenessProbe.lifecycle',
    ['spec', 'containers', 0, 'lifecycle'],
  ],
  [
    'a pod-level resource before there was such a thing',
    podWith('resources: {limits: {cpu: 1}}'),
    'spec.resources',
    ['spec', 'containers', 0, 'resources'],
    31,
  ],
  [
    'a security context field in a container',
    containerWith('privileged: true'),
    'spec.containers[0].privileged',
    ['spec', 'containers', 0, 'securityContext', 'privileged'],
  ],
  [
    'a security context field in the pod spec',
    podWith('fsGroup: 1'),
    'spec.fsGroup',
    ['spec', 'securityContext', 'fsGroup'],
  ],
  [
    'a security context field of a container in that of the pod',
    podWith('securityContext:\n  privileged: true'),
    'spec.securityContext.privileged',
    ['spec', 'containers', 0, 'securityContext', 'privileged'],
  ],
  [
    'a security context field of the pod in that of a container',
    containerWith('securityContext:\n  fsGroup: 1'),
    'spec.containers[0].securityContext.fsGroup',
    ['spec', 'securityContext', 'fsGroup'],
  ],
  [
    'a container field in a security context',
    containerWith('securityContext:\n  imagePullPolicy: Always'),
    'spec.containers[0].securityContext.imagePullPolicy',
    ['spec', 'containers', 0, 'imagePullPolicy'],
  ],
  [
    'a probe field in its handler',
    containerWith(`${probe}\n    initialDelaySeconds: 5`),
    'spec.containers[0].livenessProbe.httpGet.initialDelaySeconds',
    ['spec', 'containers', 0, 'livenessProbe', 'initialDelaySeconds'],
  ],
  [
    'a probe field in the container',
    containerWith(`${probe}\nperiodSeconds: 5`),
    'spec.containers[0].periodSeconds',
    ['spec', 'containers', 0, 'livenessProbe', 'periodSeconds'],
  ],
  [
    'a handler field in its probe',
    containerWith('livenessProbe:\n  tcpSocket: {}\n  port: 80'),
    'spec.containers[0].livenessProbe.port',
    ['spec', 'containers', 0, 'livenessProbe', 'tcpSocket', 'port'],
  ],
  [
    'a command in a probe without handler',
    containerWith('livenessProbe:\n  command: [a]'),
    'spec.containers[0].livenessProbe.command',
    ['spec', 'containers', 0, 'livenessProbe', 'exec', 'command'],
  ],
  [
    'a command in a probe that has a handler',
    containerWith(`${probe}\n  command: [a]`),
    'spec.containers[0].livenessProbe.command',
    ['spec', 'containers', 0, 'command'],
  ],
  [
    'a lifecycle field in the container',
    containerWith('preStop: {sleep: {seconds: 1}}'),
    'spec.containers[0].preStop',
    ['spec', 'containers', 0, 'lifecycle', 'preStop'],
  ],
  [
    'a volume source beside its volume',
    podWith(`${volume}\nhostPath: {path: /x}`),
    'spec.hostPath',
    ['spec', 'volumes', 0, 'hostPath'],
  ],
  [
    'a volume source beside the one volume without a source',
    podWith(`${volume}\n  emptyDir: {}\n- name: b\nhostPath: {path: /x}`),
    'spec.hostPath',
    ['spec', 'volumes', 1, 'hostPath'],
  ],
  [
    'a volume source field in its volume',
    podWith(`${volume}\n  claimName: x`),
    'spec.volumes[0].claimName',
    ['spec', 'volumes', 0, 'persistentVolumeClaim', 'claimName'],
  ],
  [
    'a volume field in its source',
    podWith(`${volume}\n  emptyDir:\n    hostPath: {path: /x}`).replace('emptyDir', 'configMap'),
    'spec.volumes[0].configMap.hostPath',
    [],
  ],
  [
    'volumes in a container',
    containerWith(`${volume}\n  emptyDir: {}`),
    'spec.containers[0].volumes',
    ['spec', 'volumes'],
  ],
  [
    'mounts in the pod spec',
    podWith('volumeMounts: [{name: a, mountPath: /a}]'),
    'spec.volumeMounts',
    ['spec', 'containers', 0, 'volumeMounts'],
  ],
  [
    'a reference in an env entry',
    containerWith(`${env}\n  secretKeyRef: {name: a, key: b}`),
    'spec.containers[0].env[0].secretKeyRef',
    ['spec', 'containers', 0, 'env', 0, 'valueFrom', 'secretKeyRef'],
  ],
  [
    'limits in a container',
    containerWith('limits: {cpu: 1}'),
    'spec.containers[0].limits',
    ['spec', 'containers', 0, 'resources', 'limits'],
  ],
  [
    'a field of another name elsewhere in 1.29',
    podWith('resourceClaims:\n- name: a\n  resourceClaimName: b'),
    'spec.resourceClaims[0].resourceClaimName',
    ['spec', 'resourceClaims', 0, 'source', 'resourceClaimName'],
    29,
  ],
];

describe('a misplaced field', () => {
  for (const [name, text, from, to, minor = 36] of moves) {
    test(name, () => {
      const problem = onlyProblem(text, minor);
      assert.deepEqual([problem.code, problem.path.toString()], ['schema/misplaced-field', from]);
      if (to.length === 0) {
        assert.deepEqual(problem.fixes, []);
        return;
      }
      const [fix, ...others] = problem.fixes;
      assert.deepEqual([fix?.safety, others], ['safe', []]);
      const fixed = applyEdits(text, fix!.edits);
      assert.deepEqual(decodeText(fixed, minor).problems, [], fixed);
      if (minor === 36) assert.notEqual(decodedAt(fixed, ...to), undefined, fixed);
    });
  }

  test('moves from item to item of a List alike', () => {
    const pod = (lines: string): string =>
      `- apiVersion: v1\n  kind: Pod\n  spec:\n    containers:\n    - name: web\n      image: nginx\n${lines}`;
    const list = `${pod('')}${pod('      hostNetwork: true\n')}`;
    const text = `apiVersion: v1\nkind: List\nitems:\n${list}`;
    assert.equal(
      applyEdits(text, itemFix(text, 1).edits),
      `apiVersion: v1\nkind: List\nitems:\n${pod('')}${pod('    hostNetwork: true\n')}`,
    );
  });

  test('has one choice for each container', () => {
    const text = podWith('privileged: true').replace(
      'spec:\n',
      'spec:\n  initContainers:\n  - name: first\n    image: a\n',
    );
    const { fixes } = onlyProblem(text);
    assert.deepEqual(fixes.map(({ title, safety }) => `${safety} ${title}`).sort(), [
      'unsafe Move to spec.containers[0].securityContext',
      'unsafe Move to spec.initContainers[0].securityContext',
    ]);
    for (const fix of fixes) assert.deepEqual(decodeText(applyEdits(text, fix.edits)).problems, []);
  });

  test('has one choice for each level that is as near', () => {
    const { fixes } = onlyProblem(
      deploymentWith('annotations: {a: b}').replace('    spec:\n', '    metadata: {name: a}\n    spec:\n'),
    );
    assert.deepEqual(
      fixes.map(({ title }) => title),
      ['Move to metadata', 'Move to spec.template.metadata'],
    );
  });

  test('is not moved to where the field is set already', () => {
    const problem = onlyProblem(podWith('image: other'));
    assert.deepEqual([problem.code, problem.fixes.length], ['schema/misplaced-field', 0]);
  });

  test('may be a slip all the same', () => {
    const problem = onlyProblem(containerWith('ports: [{containerPort: 80}]') + '  hostIP: 10.0.0.1\n');
    assert.deepEqual(
      [problem.code, problem.fixes.map(({ safety, title }) => `${safety} ${title}`)],
      ['schema/misplaced-field', ['unsafe Move to spec.containers[0].ports[0]', 'unsafe Rename to "hostIPC"']],
    );
  });

  test('shows the place where it belongs', () => {
    const text = containerWith(`${probe}\n    periodSeconds: 5`);
    assert.deepEqual(
      onlyProblem(text).related.map(({ range }) => text.slice(range.start, range.end)),
      ['livenessProbe'],
    );
  });
});

function itemFix(text: string, item: number): ProblemFix {
  const [problem] = problemsOfItem(text, item);
  assert.ok(problem?.fixes[0]);
  return problem.fixes[0];
}
