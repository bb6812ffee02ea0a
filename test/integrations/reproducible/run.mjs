// Two builds of the same tree give the same bytes.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { must, root } from '../kit.mjs';

/** The hash of each file of a folder, by its path. */
function hashesOf(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .sort()
    .map((file) => `${path.relative(folder, file)} ${createHash('sha256').update(readFileSync(file)).digest('hex')}`);
}

for (const name of ['cli', 'eslint-plugin'])
  test(`packages/${name}/bundle is the same after another build`, () => {
    const folder = path.join(root, 'packages', name);
    const before = hashesOf(path.join(folder, 'bundle'));
    must('node', [path.join(folder, 'scripts/bundle.mjs')], { cwd: root });
    assert.ok(before.length > 4);
    assert.deepEqual(hashesOf(path.join(folder, 'bundle')), before);
  });
