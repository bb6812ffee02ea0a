import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { circlesOf } from './circles.js';
import { files, imports, importsOf } from './imports.js';

/** Circles that are still there: break them and take them out of this list, which takes no new one. */
const circlesOfTheEngineToBreak: readonly (readonly string[])[] = [
  ['inspect-broken.ts', 'inspect-object.ts', 'inspect.ts', 'placeholders/gather.ts'],
  ['explain.ts', 'pull-policies.ts'],
  ['linter.ts', 'text-stream.ts'],
  ['rule/build-views.ts', 'rule/static-pod.ts'],
].map((circle) => circle.map((file) => `packages/engine/src/${file}`));

const text = (circle: readonly string[]): string => [...circle].sort().join(' ');

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
  const found = circlesOf(graph).map(text);
  const listed = circlesOfTheEngineToBreak.map(text);
  assert.deepEqual(
    found.filter((circle) => !listed.includes(circle)),
    [],
    'new circles: move what both files need into a file of its own',
  );
  assert.deepEqual(
    listed.filter((circle) => !found.includes(circle)),
    [],
    'circles of the list that are no more: take them out of it',
  );
});
