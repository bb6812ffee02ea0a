import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { createLinterWith } from '@podlint/engine';
import { catalogue } from '@podlint/rules';
import { graphRule, graphRuleId } from '@podlint/rules/graph';
import { applications, objectsOfOne } from './references.js';

const only = { preset: 'none', rules: { 'refs/*': 'warn' } } as const;

/** Microseconds of the processor for the rules about references over so many applications, the best of some runs. */
function timeFor(count: number): number {
  const files = [...applications(count)];
  const linter = createLinterWith(catalogue, only);
  const times = Array.from({ length: 3 }, () => {
    const start = process.cpuUsage();
    linter.lint(files);
    const { user, system } = process.cpuUsage(start);
    return user + system;
  });
  return Math.min(...times);
}

describe('references among many objects', () => {
  test('take time in proportion to the number of objects', () => {
    timeFor(50);
    const [few, many] = [timeFor(200), timeFor(1600)];
    // Eight times as many; with a square in it, it would be sixty-four times as long.
    assert.ok(many < 24 * few, `${few} us for ${200 * objectsOfOne} objects, ${many} us for ${1600 * objectsOfOne}`);
  });

  test('find the same whatever else is there', () => {
    const found = (count: number): readonly string[] =>
      createLinterWith(catalogue, only)
        .lint([...applications(count)])
        .files.filter(({ path }) => path.endsWith('/app-0.yaml'))
        .flatMap(({ diagnostics }) => diagnostics.map(({ code }) => code))
        .sort();
    assert.deepEqual(found(1), found(300));
    assert.ok(found(300).includes('refs/missing-key'));
  });

  test('are in the graph, each once', () => {
    const sizes: number[][] = [];
    const linter = createLinterWith(
      [graphRule(({ objects, references }) => sizes.push([objects.length, references.length]))],
      {
        preset: 'none',
        rules: { [graphRuleId]: 'info' },
      },
    );
    linter.lint([...applications(200)]);
    const [[objects = 0, references = 0] = []] = sizes;
    assert.ok(objects >= 200 * objectsOfOne && objects < 200 * objectsOfOne + 20, `${objects}`);
    assert.ok(references > 200 * 6 - 20 && references <= 200 * 6 + 20, `${references}`);
  });
});
