import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { decodeText, textAt } from './kit.js';

const generation = 'deprecated.daemonset.template.generation';
const rollback = 'deprecated.deployment.rollback.to';
const object = (kind: string, key: string, value: string): string =>
  `apiVersion: apps/v1\nkind: ${kind}\nmetadata:\n  name: a\n  annotations:\n    ${key}: ${value}\n`;

/** Annotations that stand for numbers of older APIs: pkg/apis/apps/v1/conversion.go. */
const cases: [kind: string, key: string, value: string, isReadable: boolean][] = [
  ['DaemonSet', generation, '"3"', true],
  ['DaemonSet', generation, '"-3"', true],
  ['DaemonSet', generation, 'three', false],
  ['DaemonSet', generation, '""', false],
  ['DaemonSet', generation, '"9223372036854775808"', false],
  ['DaemonSet', rollback, 'three', true],
  ['Deployment', rollback, '"3"', true],
  ['Deployment', rollback, '"3.0"', false],
  ['Deployment', rollback, '""', true],
  ['Deployment', generation, 'three', true],
  ['StatefulSet', generation, 'three', true],
];

describe('annotations that are decoded with the object', () => {
  for (const [kind, key, value, isReadable] of cases) {
    test(`${kind} with ${key}: ${value}`, () => {
      const text = object(kind, key, value);
      const { problems, undecodable } = decodeText(text);
      assert.equal(undecodable, !isReadable);
      assert.deepEqual(
        problems.map((problem) => [problem.code, textAt(text, problem)]),
        isReadable ? [] : [['schema/wrong-type', value]],
      );
    });
  }
});
