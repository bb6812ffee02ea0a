import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { containerWith, decodedAt, findings, onlyProblem, podWith, problemsOfItem, textAt } from './kit.js';

describe('keys that a mapping has twice', () => {
  const cases: [name: string, text: string, found: string[]][] = [
    ['a field', containerWith('image: other'), ['schema/duplicate-key spec.containers[0].image']],
    [
      'a label',
      'apiVersion: v1\nkind: Pod\nmetadata:\n  labels:\n    a.b/c: d\n    a.b/c: e\n',
      ['schema/duplicate-key metadata.labels[a.b/c]'],
    ],
    ['an unknown field', podWith('foo: 1\nfoo: 2'), ['schema/unknown-field spec.foo', 'schema/duplicate-key spec.foo']],
  ];
  for (const [name, text, found] of cases) test(name, () => assert.deepEqual(findings(text).sort(), found.sort()));

  test('the later value is the one that counts', () =>
    assert.equal(decodedAt(containerWith('image: other'), 'spec', 'containers', 0, 'image'), 'other'));

  test('both places are shown', () => {
    const text = containerWith('image: other');
    const problem = onlyProblem(text);
    assert.equal(problem.range.start, text.lastIndexOf('image'));
    assert.equal(problem.related[0]?.range.start, text.indexOf('image'));
    assert.equal(textAt(text, problem), 'image');
  });

  test('an item of a list does not answer for another one', () => {
    const item = (lines: string): string => `- apiVersion: v1\n  kind: Pod\n${lines}\n`;
    const text = `apiVersion: v1\nkind: List\nitems:\n${item('  metadata: {name: a}')}${item('  metadata: {name: b, name: c}')}`;
    const found = [0, 1].map((index) => problemsOfItem(text, index).map(({ path }) => path.toStrictString()));
    assert.deepEqual(found, [[], ['metadata.name']]);
  });
});
