import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, test } from 'node:test';

const bundle = path.resolve(import.meta.dirname, '../../../packages/cli/bundle');

/** At the beginning of a module, and of a script; what is loaded when it is needed stands in a function there. */
const importOrRequire = /(?:(?:from|import)\s*|[,\s]import_\w+=require\()"(\.[^"]+)"/g;

/** A file of the published package with all that it imports at once. */
function reachable(file: string, seen = new Set<string>()): ReadonlySet<string> {
  if (seen.has(file)) return seen;
  seen.add(file);
  for (const [, imported = ''] of readFileSync(file, 'utf8').matchAll(importOrRequire)) {
    const other = path.resolve(path.dirname(file), imported);
    // The scripts that every check needs are in one file.
    if (existsSync(other)) reachable(other, seen);
  }
  return seen;
}

/** A function that only the language of policies has. */
const mark = 'transformMapEntry';

function marked(entry: string): readonly string[] {
  return [...reachable(path.join(bundle, entry))].filter((file) => readFileSync(file, 'utf8').includes(mark));
}

describe('a run without policies', () => {
  for (const entry of ['command/usual.cjs', 'node.js', 'judge-worker.js'])
    test(`${entry} loads nothing of them at once`, () => {
      assert.ok(readFileSync(path.join(bundle, entry), 'utf8').length > 1000);
      assert.deepEqual(marked(entry), []);
    });

  for (const entry of ['policy.js', 'index.js'])
    test(`and ${entry}, whose functions answer at once, has them`, () => assert.equal(marked(entry).length, 1));
});
