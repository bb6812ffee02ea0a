import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { containerWith, decodeText, findings, onlyProblem, podWith, said, textAt } from './kit.js';

describe('fields that nothing knows', () => {
  const cases: [name: string, text: string, found: string[], minor?: number][] = [
    ['a field with the wrong case', containerWith('Args: [a]'), ['schema/unknown-field spec.containers[0].Args']],
    ['a field that nothing has', podWith('foo: 1'), ['schema/unknown-field spec.foo']],
    ['its value is not looked at', podWith('foo: {hostNetwork: 1, bar: [{}]}'), ['schema/unknown-field spec.foo']],
    [
      'a field beside a wrong type',
      podWith('foo: 1\nhostNetwork: 1'),
      ['schema/unknown-field spec.foo', 'schema/wrong-type spec.hostNetwork'],
    ],
    [
      'in a list',
      podWith('volumes: [{name: a, emptyDir: {foo: 1}}]'),
      ['schema/unknown-field spec.volumes[0].emptyDir.foo'],
    ],
    [
      'names that JavaScript has on every object',
      podWith('constructor: 1\n__proto__: 2\ntoString: 3'),
      ['constructor', '__proto__', 'toString'].map((name) => `schema/unknown-field spec.${name}`),
    ],
    ['at the top', 'apiVersion: v1\nKind: Pod\nfoo: 1\n', ['schema/unknown-field Kind', 'schema/unknown-field foo']],
    [
      'before the version that brought it',
      containerWith('lifecycle: {stopSignal: SIGTERM}'),
      ['schema/unknown-field spec.containers[0].lifecycle.stopSignal'],
      32,
    ],
    [
      'its type does not count then',
      containerWith('lifecycle: {stopSignal: [1]}'),
      ['schema/unknown-field spec.containers[0].lifecycle.stopSignal'],
      32,
    ],
    ['from that version on', containerWith('lifecycle: {stopSignal: SIGTERM}'), [], 33],
    [
      'after the version that dropped it',
      podWith('resourceClaims: [{name: a, source: {}}]'),
      ['schema/unknown-field spec.resourceClaims[0].source'],
      31,
    ],
    ['up to that version', podWith('resourceClaims: [{name: a, source: {}}]'), [], 30],
    ['in one version only', podWith('workloadRef: {}'), [], 35],
  ];
  for (const [name, text, found, minor] of cases) test(name, () => assert.deepEqual(findings(text, minor), found));

  test('do not make an object undecodable', () => assert.equal(decodeText(podWith('foo: 1')).undecodable, false));

  test('are reported at their key', () => {
    const text = podWith('foo:\n  bar: 1');
    assert.equal(textAt(text, onlyProblem(text)), 'foo');
  });

  test('name the version that knows them', () => {
    const [since, added] = said(onlyProblem(podWith('hostnameOverride: a'), 33).message);
    assert.deepEqual([since, added['since']], ['unknown-field/since', 34]);
    const [until, removed] = said(onlyProblem(podWith('resourceClaims: [{name: a, source: {}}]'), 31).message);
    assert.deepEqual([until, removed['until']], ['unknown-field/until', 30]);
  });
});

describe('names that were meant', () => {
  const cases: [lines: string, meant?: string][] = [
    ['imagePullPolice: Always', 'imagePullPolicy'],
    ['imagepullpolicy: Always', 'imagePullPolicy'],
    ['port:\n- containerPort: 80', 'ports'],
    ['comand: [a]', 'command'],
    ['volumeMount: []', 'volumeMounts'],
    ['readinesProbe: {}', 'readinessProbe'],
    ['sttdin: true', 'stdin'],
    ['wokringDir: /', 'workingDir'],
    ['xyz: 1'],
  ];
  for (const [lines, meant] of cases) {
    test(lines, () => {
      const problem = onlyProblem(containerWith(lines));
      assert.equal(problem.code, 'schema/unknown-field');
      const [id, { names }] = said(problem.message);
      assert.deepEqual(
        [id, names],
        meant === undefined
          ? ['unknown-field/unknown', undefined]
          : ['unknown-field/did-you-mean', ['names/one', { name: meant }]],
      );
    });
  }

  test('a field in a Secret volume that shares a word', () => {
    const [id, { names }] = said(onlyProblem(podWith('volumes: [{name: a, secret: {name: b}}]')).message);
    assert.deepEqual([id, names], ['unknown-field/did-you-mean', ['names/one', { name: 'secretName' }]]);
  });

  test('of which one is set already', () => {
    const [id, { known }] = said(
      onlyProblem(containerWith('imagePullPolicy: Always\nimagePullPolice: Always')).message,
    );
    assert.deepEqual([id, known], ['unknown-field/set-already', 'imagePullPolicy']);
  });
});
