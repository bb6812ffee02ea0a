import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { toolVersion } from '@podlint/model';
import { createLinter } from 'podlint';
import { files } from './imports.js';
import { packages, root, rootPackage } from './packages.js';

test('every package is of the version that podlint says it is', () => {
  const versions = [rootPackage, ...packages].map(({ folder, manifest }) => [folder, manifest.version]);
  assert.deepEqual(
    versions.filter(([, version]) => version !== toolVersion),
    [],
  );
});

test('so is a report', () => {
  assert.deepEqual(createLinter().lint([]).tool, { name: 'podlint', version: toolVersion });
});

test('code takes it from one place', () => {
  const copies = files.filter((file) =>
    new RegExp(`['"\`@v ]${toolVersion.replaceAll('.', '\\.')}['"\`]`).test(
      readFileSync(path.join(root, file), 'utf8'),
    ),
  );
  assert.deepEqual(copies, ['packages/model/src/tool-version.ts']);
});
