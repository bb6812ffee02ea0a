import assert from 'node:assert/strict';
import { test } from 'node:test';
import { mayComeFromService, variableReferences } from '@podlint/kubelet';

const texts: readonly (readonly [text: string, names: readonly string[]])[] = [
  ['', []],
  ['plain', []],
  ['$', []],
  ['$(', []],
  ['$(A', []],
  ['$A ${A}', []],
  ['$(A)', ['A']],
  ['x$(A)y$(B)', ['A', 'B']],
  ['$()', ['']],
  ['$(A B)', ['A B']],
  ['$($(A)', ['$(A']],
  ['$$(A)', []],
  ['$$$(A)', ['A']],
  ['$$$$(A)', []],
  ['$x$(A)', ['A']],
  ['$(A$(B)', ['A$(B']],
  ['ends with $', []],
];

for (const [text, names] of texts)
  test(`references in "${text}"`, () => assert.deepEqual(variableReferences(text), names));

test('variables that the kubelet makes of Services', () => {
  for (const name of [
    'DB_SERVICE_HOST',
    'DB_SERVICE_PORT',
    'DB_SERVICE_PORT_HTTP',
    'MY_DB_PORT',
    'DB_PORT_5432_TCP',
    'DB_PORT_53_UDP_ADDR',
  ])
    assert.ok(mayComeFromService(name, undefined), name);
  for (const name of ['DB_HOST', 'PORT', 'SERVICE_HOST', 'DB_PORT_TCP', 'db_SERVICE_HOST'])
    assert.ok(!mayComeFromService(name, true), name);
});

test('without service links only the API server is announced', () => {
  assert.ok(mayComeFromService('KUBERNETES_SERVICE_HOST', false));
  assert.ok(!mayComeFromService('DB_SERVICE_HOST', false));
});
