import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { reporters } from '@podlint/reporters';

const page = readFileSync(path.resolve(import.meta.dirname, '../../../docs/reports.md'), 'utf8');

test('docs/reports.md names every format, and no other', () => {
  const rows = [...page.matchAll(/^\| `(\w+)` \|/gm)].map((match) => match[1]);
  assert.deepEqual(rows.sort(), Object.keys(reporters).sort());
});
