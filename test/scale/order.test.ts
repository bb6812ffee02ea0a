import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import fc from 'fast-check';
import { createLinter } from 'podlint';
import { fleet, type FleetFile } from './manifests.js';

const podlint = path.resolve(import.meta.dirname, '../../../packages/cli/bundle/podlint.js');
/** Presets and rules that compare objects have something to say of these. */
const related: readonly FleetFile[] = ['a', 'b', 'c'].map((name) => ({
  path: `z/${name}.yaml`,
  text: `apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: ${name}}\nspec:\n  selector: {matchLabels: {app: same}}\n  template:\n    metadata: {labels: {app: same}}\n    spec: {containers: [{name: app, image: "registry.example/${name}:1.2"}]}\n`,
}));
const files = [...fleet(60), ...related];

function shuffled<T>(values: readonly T[], seed: number): T[] {
  return fc.sample(fc.shuffledSubarray([...values], { minLength: values.length }), { numRuns: 1, seed })[0]!;
}

describe('the order of files', () => {
  let top = '';
  before(() => (top = mkdtempSync(path.join(tmpdir(), 'podlint-order-'))));
  after(() => rmSync(top, { recursive: true }));

  /** Writes the files, and so their entries in folders, in some order. */
  function written(name: string, some: readonly FleetFile[]): string {
    const folder = path.join(top, name);
    for (const file of some) {
      mkdirSync(path.dirname(path.join(folder, file.path)), { recursive: true });
      writeFileSync(path.join(folder, file.path), file.text);
    }
    return folder;
  }

  function outputOf(folder: string, ...args: readonly string[]): string {
    const { stdout, stderr } = spawnSync(process.execPath, [podlint, 'check', ...args], {
      cwd: folder,
      encoding: 'utf8',
      maxBuffer: 1 << 28,
    });
    assert.equal(stderr, '');
    assert.ok(stdout.includes('metadata/selector-too-wide'));
    return stdout;
  }

  for (const format of ['text', 'json']) {
    test(`on disk and on the command line changes nothing in ${format}`, () => {
      const expected = outputOf(written(`${format}-sorted`, files), '--format', format, '.');
      for (const seed of [1, 2, 3]) {
        const folder = written(`${format}-${seed}`, shuffled(files, seed));
        assert.ok(outputOf(folder, '--format', format, '.') === expected, `written in order ${seed}`);
        const named = shuffled(files, seed + 10).map((file) => file.path);
        assert.ok(outputOf(folder, '--format', format, ...named) === expected, `named in order ${seed}`);
      }
    });
  }

  test('changes nothing in the library', () => {
    const linter = createLinter();
    const expected = JSON.stringify(linter.lint(files));
    fc.assert(
      fc.property(fc.shuffledSubarray(files, { minLength: files.length }), (some) =>
        assert.ok(JSON.stringify(linter.lint(some)) === expected),
      ),
      { numRuns: 20 },
    );
  });
});
