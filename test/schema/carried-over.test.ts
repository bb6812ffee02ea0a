/** What people carry over from other tools, fields, kinds and versions, and what the fix makes of it. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { applyEdits } from '@podlint/syntax';
import { containerWith, deploymentWith, decodeText, onlyProblem, podWith, said } from './kit.js';

type Case = readonly [lines: string, fixed: string];

/** Lines of a container, and what its first fix makes of them. */
const inContainers: readonly Case[] = [
  // a value in the shape that another tool has
  ['env: {LEVEL: debug, VERSION: 1.10}', 'env: [{name: LEVEL, value: debug}, {name: VERSION, value: "1.10"}]'],
  ['env:\n  LEVEL: debug\n  PORT: 80', 'env:\n  - name: LEVEL\n    value: debug\n  - name: PORT\n    value: "80"'],
  ['env: [LEVEL=debug]', 'env: [{name: LEVEL, value: debug}]'],
  ['env:\n- name: A\n  value: [b]', 'env:\n- name: A\n  value: b'],
  ['envFrom: [{configMapRef: settings}]', 'envFrom: [{configMapRef: {name: settings}}]'],
  ['ports:\n- 8080', 'ports:\n- containerPort: 8080'],
  ['ports:\n- "80:8080"', 'ports:\n- containerPort: 8080'],
  ['ports:\n  containerPort: 80 # http\n  name: http', 'ports:\n  - containerPort: 80 # http\n    name: http'],
  ['volumeMounts: ["data:/data"]', 'volumeMounts: [{name: data, mountPath: /data}]'],
  ['livenessProbe:\n  exec: [ls, /]', 'livenessProbe:\n  exec:\n    command:\n    - ls\n    - /'],
  ['livenessProbe:\n  exec: ls /', 'livenessProbe:\n  exec:\n    command:\n    - ls\n    - /'],
  ['livenessProbe: {tcpSocket: 80}', 'livenessProbe: {tcpSocket: {port: 80}}'],
  ['livenessProbe: {grpc: {port: 80}, periodSeconds: 1m}', 'livenessProbe: {grpc: {port: 80}, periodSeconds: 60}'],
  ['lifecycle: {preStop: {sleep: 5}}', 'lifecycle: {preStop: {sleep: {seconds: 5}}}'],
  ['securityContext: {seccompProfile: RuntimeDefault}', 'securityContext: {seccompProfile: {type: RuntimeDefault}}'],
  ['securityContext: {capabilities: [ALL]}', 'securityContext: {capabilities: {drop: [ALL]}}'],
  ['securityContext:\n- runAsUser: 1\n- privileged: true', 'securityContext:\n  runAsUser: 1\n  privileged: true'],
  // a name that another tool has
  ['cmd: [run]', 'args: [run]'],
  ['entrypoint: [run]', 'command: [run]'],
  ['environment:\n- name: A\n  value: b', 'env:\n- name: A\n  value: b'],
  ['environment: {A: b}', 'env: [{name: A, value: b}]'],
  ['expose: [80]', 'ports:\n  - containerPort: 80'],
  ['user: "1000"', 'securityContext:\n  runAsUser: 1000'],
  ['cap_add: [NET_ADMIN]', 'securityContext:\n  capabilities:\n    add:\n    - NET_ADMIN'],
  ['mem_limit: 512m\ncpus: "0.5"', 'resources:\n  limits:\n    memory: 512Mi\n    cpu: "0.5"'],
  ['memory: 1Gi', 'resources:\n  requests:\n    memory: 1Gi'],
  ['volumes:\n- name: a\n  mountPath: /a', 'volumeMounts:\n- name: a\n  mountPath: /a'],
  ['ports: [{port: 80}]', 'ports: [{containerPort: 80}]'],
  ['env: [{key: A}]', 'env: [{name: A}]'],
  [
    'env: [{name: A, valueFrom: {secretRef: {name: b, key: c}}}]',
    'env: [{name: A, valueFrom: {secretKeyRef: {name: b, key: c}}}]',
  ],
  ['volumeMounts: [{name: a, path: /a}]', 'volumeMounts: [{name: a, mountPath: /a}]'],
  ['livenessProbe: {grpc: {port: 80}, interval: 5s}', 'livenessProbe: {grpc: {port: 80}, periodSeconds: 5}'],
];

const inPods: readonly Case[] = [
  ['nodeSelector: {matchLabels: {disk: ssd}}', 'nodeSelector: {disk: ssd}'],
  ['nodeSelector:\n- disk: ssd\n- zone: a', 'nodeSelector:\n  disk: ssd\n  zone: a'],
  ['tolerations:\n  key: a\n  operator: Exists', 'tolerations:\n  - key: a\n    operator: Exists'],
  ['imagePullSecrets: regcred', 'imagePullSecrets:\n- name: regcred'],
  ['hostAliases:\n  10.0.0.1: [a, b]', 'hostAliases:\n- ip: 10.0.0.1\n  hostnames:\n  - a\n  - b'],
  ['hostAliases: [{ip: 10.0.0.1, hostname: a}]', 'hostAliases: [{ip: 10.0.0.1, hostnames: [a]}]'],
  ['terminationGracePeriodSeconds: 2m', 'terminationGracePeriodSeconds: 120'],
  ['securityContext: {supplementalGroups: 1000}', 'securityContext: {supplementalGroups: [1000]}'],
  ['volumes: [{name: a, configMap: settings}]', 'volumes: [{name: a, configMap: {name: settings}}]'],
  ['volumes: [{name: a, hostPath: /srv}]', 'volumes: [{name: a, hostPath: {path: /srv}}]'],
  ['volumes: [{name: a, pvc: {claimName: b}}]', 'volumes: [{name: a, persistentVolumeClaim: {claimName: b}}]'],
  ['volumes: [{name: a, secretRef: {secretName: b}}]', 'volumes: [{name: a, secret: {secretName: b}}]'],
  ['volumes: [{name: a, nfs: {host: b, path: /c}}]', 'volumes: [{name: a, nfs: {server: b, path: /c}}]'],
  ['volumes: [{name: a, emptyDir: true}]', 'volumes: [{name: a, emptyDir: {}}]'],
  ['volumes:\n  a:\n    emptyDir: {}', 'volumes:\n- name: a\n  emptyDir: {}'],
  ['dns: [10.0.0.1]', 'dnsConfig:\n  nameservers:\n  - 10.0.0.1'],
];

function firstFix(text: string): string | undefined {
  const [problem] = decodeText(text).problems;
  const fix = problem?.fixes[0];
  return fix && applyEdits(text, fix.edits);
}

describe('the fix for what is carried over', () => {
  for (const [lines, fixed] of inContainers) {
    test(lines.replaceAll('\n', ' '), () =>
      assert.equal(same(firstFix(containerWith(lines))), same(containerWith(fixed))),
    );
  }
  for (const [lines, fixed] of inPods)
    test(lines.replaceAll('\n', ' '), () => assert.equal(same(firstFix(podWith(lines))), same(podWith(fixed))));

  test('leaves nothing to mend', () => {
    for (const [lines] of inContainers) {
      const mended = firstFix(containerWith(lines));
      assert.ok(mended !== undefined, lines);
      assert.deepEqual(
        decodeText(mended).problems.map(({ path }) => path.toString()),
        [],
        mended,
      );
    }
  });

  test('goes into the struct that is there', () => {
    const text = containerWith('resources: {limits: {cpu: 1}}\nreadonly: true');
    assert.match(firstFix(text) ?? '', /securityContext:\n +readOnlyRootFilesystem: true/);
  });

  test('takes the labels of a selector together', () => {
    const text = deploymentWith('selector:\n  app: web\n  tier: front');
    assert.match(firstFix(text) ?? '', / {2}selector:\n {4}matchLabels:\n {6}app: web\n {6}tier: front\n/);
  });

  test('is none where the field is set already', () => {
    const [problem] = decodeText(containerWith('args: [a]\ncmd: [b]')).problems;
    assert.deepEqual(problem?.fixes, []);
  });
});

describe('a field of another kind', () => {
  test('is said to be one', () => {
    const [id, { kinds }] = said(onlyProblem(deploymentWith('selector: {}\nserviceName: a')).message);
    assert.deepEqual([id, kinds], ['unknown-field/of-other-kind', ['names/one', { name: 'StatefulSet' }]]);
  });
});

/** Whatever the style of what is inserted. */
function same(text: string | undefined): string {
  return JSON.stringify(text === undefined ? null : decodeText(text).value);
}
