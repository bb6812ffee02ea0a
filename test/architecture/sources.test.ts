import assert from 'node:assert/strict';
import { test } from 'node:test';
import { files, imports } from './imports.js';

/**
 * The compiler leaves in `dist` what it made of a file that is gone, so a script that imports from there keeps
 * working where the file was once built, and fails on a fresh machine.
 */
test('whatever is imported by its path has a source, or is generated', () => {
  const isThere = (target: string): boolean => files.includes(target) || target.includes('/generated/');
  const lost = imports.filter(({ target }) => target !== undefined && !isThere(target));
  assert.deepEqual(lost, []);
});
