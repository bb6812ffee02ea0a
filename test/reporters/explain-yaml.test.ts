import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { readYaml } from 'podlint';
import { yamlLines } from '@podlint/reporters';

test('fields, lists, empty values and comments', () => {
  const value = {
    spec: { b: [], containers: [{ z: 1, name: 'a' }, { name: 'b' }], requests: { 'x/y': '1' } },
    kind: 'Pod',
  };
  const comments: Record<string, string> = {
    kind: '# k',
    'spec.containers[1].name': '# n',
    'spec.requests[x/y]': '# r',
    'spec.b': '# e',
  };
  assert.deepEqual(
    yamlLines(value, (path) => comments[path]),
    [
      'kind: Pod  # k',
      'spec:',
      '  b: []  # e',
      '  containers:',
      '    - name: a',
      '      z: 1',
      '    - name: b  # n',
      '  requests:',
      '    x/y: "1"  # r',
    ],
  );
});

test('a string that YAML takes for something else is quoted', () => {
  for (const text of [
    'yes',
    'Off',
    'null',
    'n',
    '1',
    '1e3',
    '0x1',
    '',
    ' a',
    'a: b',
    'a #b',
    '- a',
    '~',
    '2001-01-01',
    '1:30',
    '<<',
    '=',
    'a:',
  ]) {
    assert.deepEqual(
      yamlLines({ a: text }, () => undefined),
      [`a: ${JSON.stringify(text)}`],
    );
  }
});

test('the server reads what was written', () => {
  const json = fc.letrec((tie) => ({
    value: fc.oneof(
      { maxDepth: 4 },
      fc.string({ unit: 'grapheme' }),
      fc.integer({ min: -(2 ** 31), max: 2 ** 31 }),
      fc.boolean(),
      fc.constant(null),
      tie('object'),
      tie('list'),
    ),
    object: fc.dictionary(fc.string({ minLength: 1 }), tie('value'), { noNullPrototype: true, maxKeys: 4 }),
    list: fc.array(tie('value'), { maxLength: 4 }),
  }));
  fc.assert(
    fc.property(fc.record({ a: json.value }, { noNullPrototype: true }), (value) => {
      assert.deepEqual(readYaml(`${yamlLines(value, () => undefined).join('\n')}\n`), [{ json: value }]);
    }),
    { numRuns: 300, seed: 1 },
  );
});
