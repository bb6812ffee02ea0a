import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { circlesOf } from './circles.js';
import { files, imports, importsOf } from './imports.js';

describe('circles are found', () => {
  const graph = (...arrows: [string, string][]): Map<string, string[]> =>
    new Map(arrows.map(([from]) => [from, arrows.filter(([start]) => start === from).map(([, to]) => to)]));

  test('not where two ways lead to one file', () => {
    assert.deepEqual(circlesOf(graph(['a', 'b'], ['a', 'c'], ['b', 'd'], ['c', 'd'])), []);
  });

  test('of two, of three, and of a file with itself', () => {
    assert.deepEqual(
      circlesOf(graph(['a', 'b'], ['b', 'a'], ['b', 'c'], ['c', 'd'], ['d', 'e'], ['e', 'c'], ['f', 'f'])),
      [['a', 'b'], ['c', 'd', 'e'], ['f']],
    );
  });
});

test('no two files need each other', () => {
  assert.ok(imports.length > 1000, `only ${imports.length} imports were read`);
  const graph = new Map(files.map((file) => [file, importsOf(file).flatMap(({ target }) => target ?? [])]));
  assert.deepEqual(
    circlesOf(graph).map((circle) => circle.join(' ')),
    [],
    'move what both files need into a file of its own',
  );
});
