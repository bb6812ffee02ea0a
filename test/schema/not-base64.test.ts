import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { applyEdits } from '@podlint/syntax';
import { decodeText, onlyProblem, said } from './kit.js';

const secret = (lines: string): string => `apiVersion: v1\nkind: Secret\nmetadata:\n  name: a\n${lines}`;
const configMap = (lines: string): string => `apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: a\n${lines}`;

const moved: [name: string, text: string, fixed: string][] = [
  [
    'one of two',
    secret('data:\n  a: hunter2! # why\n  b: YWJj\n'),
    secret('data:\n  b: YWJj\nstringData:\n  a: hunter2! # why\n'),
  ],
  [
    'one, to others',
    secret('data:\n  a: "hunter 2"\n  b: YWJj\nstringData:\n  c: text\n'),
    secret('data:\n  b: YWJj\nstringData:\n  c: text\n  a: "hunter 2"\n'),
  ],
  ['all there is', secret('data:\n  a: hunter2\n'), secret('stringData:\n  a: hunter2\n')],
  ['all there is, in braces', secret('data: {a: "x y"}\n'), secret('stringData: {a: "x y"}\n')],
  ['text of a ConfigMap', configMap('binaryData:\n  a: some text\n'), configMap('data:\n  a: some text\n')],
];

describe('text where base64 should be', () => {
  for (const [name, text, fixed] of moved) {
    test(`goes where text belongs: ${name}`, () => {
      const { code, fixes } = onlyProblem(text);
      assert.equal(code, 'schema/wrong-type');
      assert.deepEqual(
        fixes.map(({ safety }) => safety),
        ['safe'],
      );
      assert.equal(applyEdits(text, fixes[0]!.edits), fixed);
      assert.deepEqual(decodeText(fixed).problems, []);
    });
  }

  test('of several keys, none of them base64, all are renamed at once', () => {
    const { problems } = decodeText(secret('data:\n  a: hunter2\n  b: x y\n'));
    const [first, second] = problems.map(({ fixes }) => fixes[0]?.edits);
    assert.equal(problems.length, 2);
    assert.deepEqual(first, second);
  });

  test('stays where its key is taken', () => {
    assert.deepEqual(onlyProblem(secret('data:\n  a: hunter2\nstringData:\n  a: text\n')).fixes, []);
  });

  test('is told of without being repeated', () => {
    assert.deepEqual(said(onlyProblem(secret('data:\n  a: hunter2\n')).message), [
      'wrong-type/unreadable',
      {
        field: 'a',
        wanted: ['type/bytes', {}],
        given: ['value/text', {}],
        advice: ['bytes/plain-text-encoded', { field: 'stringData' }],
      },
    ]);
  });
});

describe('base64 that was spoilt', () => {
  const cases: [name: string, value: string, repaired: string][] = [
    ['lost its padding', 'Y29ycmVjdC1ob3JzZQ', 'Y29ycmVjdC1ob3JzZQ=='],
    ['got a blank', '"Y29ycmVj dC1ob3JzZQ=="', '"Y29ycmVjdC1ob3JzZQ=="'],
    ['is in the alphabet of URLs', 'fn5-fn5-P3c_', 'fn5+fn5+P3c/'],
  ];
  for (const [name, value, repaired] of cases) {
    test(`may be repaired: it ${name}`, () => {
      const text = secret(`data:\n  a: ${value}\n`);
      const { fixes } = onlyProblem(text);
      assert.deepEqual(
        fixes.map(({ safety }) => safety),
        ['unsafe'],
      );
      assert.equal(applyEdits(text, fixes[0]!.edits), secret(`data:\n  a: ${repaired}\n`));
    });
  }
});

test('what is no text is left alone', () => {
  for (const value of ['80', 'true', '{b: c}', '[256]'])
    assert.deepEqual(onlyProblem(secret(`data:\n  a: ${value}\n`)).fixes, []);
});
