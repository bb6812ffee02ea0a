import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { importsOf, type Import } from './imports.js';

/** What runs in a page: the library, the language service and its server in a worker, and the extension for the web. */
const entries = [
  'packages/cli/src/index.ts',
  'packages/language-server/src/service/index.ts',
  'packages/language-server/src/features/index.ts',
  'packages/language-server/src/server/worker.ts',
  'packages/vscode/src/extension-browser.ts',
  'packages/vscode/src/server-worker.ts',
];

/** Every import that the file needs, its own and those behind them. */
function reach(file: string): Import[] {
  const seen = new Set([file]);
  for (const each of seen) for (const { target } of importsOf(each)) if (target) seen.add(target);
  return [...seen].flatMap((each) => importsOf(each));
}

describe('no way leads from what runs in a browser to the machine', () => {
  for (const entry of entries) {
    test(entry, () => {
      const reached = reach(entry);
      assert.ok(reached.length > 0);
      assert.deepEqual(
        reached.filter(({ specifier }) => /^node:|\/node$/.test(specifier)),
        [],
      );
    });
  }
});
