import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { versions } from '@podlint/model';

const root = path.resolve(import.meta.dirname, '../../..');
const hasGo = spawnSync('go', ['version']).status === 0;

test(
  'generated files are what their generators write',
  { skip: hasGo ? false : 'Go is not installed: npm run generate cannot be compared' },
  () => {
    const { status, stderr } = spawnSync(
      process.execPath,
      [path.join(root, 'schemas/scripts/generate.mjs'), '--check'],
      { encoding: 'utf8' },
    );
    assert.equal(status, 0, stderr);
  },
);

test('every version has its provenance', () => {
  const provenance = JSON.parse(readFileSync(path.join(root, 'schemas/data/provenance.json'), 'utf8')) as Record<
    string,
    { module: string; version: string; sum: string }
  >;
  assert.deepEqual(
    Object.keys(provenance),
    versions.map(({ name }) => name),
  );
  for (const { module, version, sum } of Object.values(provenance))
    assert.match(`${module} ${version} ${sum}`, /^k8s\.io\/kubernetes v1\.\d+\.\d+ h1:\S+=$/);
});

test('the validators need nothing at run time', () => {
  const source = readFileSync(path.join(root, 'packages/schema/generated/validators.js'), 'utf8');
  assert.doesNotMatch(source, /^import |\bimport\(|\brequire\(|new Function|\beval\(/m);
});
