import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { containerWith, onlyProblem, podWith } from './kit.js';

const rbd = '- name: b\n  rbd: {image: i, monitors: [m]}';

/** A field of another alternative of a one-of: it belongs nowhere else. */
const cases: [name: string, text: string, path: string][] = [
  [
    'of another volume source',
    podWith('volumes:\n- name: a\n  storageos: {pool: x}'),
    'spec.volumes[0].storageos.pool',
  ],
  [
    'of another volume source that the pod has',
    podWith(`volumes:\n- name: a\n  storageos: {pool: x}\n${rbd}`),
    'spec.volumes[0].storageos.pool',
  ],
  [
    'of another volume source, where a volume has none',
    podWith('volumes:\n- name: a\n  configMap: {name: c, claimName: x}\n- name: b'),
    'spec.volumes[0].configMap.claimName',
  ],
  [
    'of another probe handler',
    containerWith(
      'livenessProbe:\n  exec:\n    command: [a]\n    httpHeaders: []\nreadinessProbe:\n  httpGet: {port: 80}',
    ),
    'spec.containers[0].livenessProbe.exec.httpHeaders',
  ],
  [
    'of another probe handler, known to the container too',
    containerWith('livenessProbe:\n  httpGet:\n    port: 80\n    command: [a]'),
    'spec.containers[0].livenessProbe.httpGet.command',
  ],
  [
    'of another lifecycle handler',
    containerWith('lifecycle:\n  preStop:\n    exec:\n      command: [a]\n      seconds: 5'),
    'spec.containers[0].lifecycle.preStop.exec.seconds',
  ],
  [
    'of another env source',
    containerWith('env:\n- name: A\n  valueFrom:\n    configMapKeyRef: {name: c, key: k, fieldPath: metadata.name}'),
    'spec.containers[0].env[0].valueFrom.configMapKeyRef.fieldPath',
  ],
  [
    'of another projection',
    podWith('volumes:\n- name: a\n  projected:\n    sources:\n    - configMap: {name: c, expirationSeconds: 600}'),
    'spec.volumes[0].projected.sources[0].configMap.expirationSeconds',
  ],
];

describe('a field of an alternative is an unknown one', () => {
  for (const [name, text, path] of cases) {
    test(name, () => {
      const problem = onlyProblem(text);
      assert.deepEqual([problem.code, problem.path.toString()], ['schema/unknown-field', path]);
      assert.deepEqual(
        problem.fixes.filter(({ safety }) => safety === 'safe'),
        [],
      );
    });
  }

  test('but not one of what holds the alternatives', () => {
    const problem = onlyProblem(containerWith('livenessProbe:\n  exec:\n    command: [a]\n    periodSeconds: 5'));
    assert.equal(problem.code, 'schema/misplaced-field');
  });
});
