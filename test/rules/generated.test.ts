import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, test } from 'node:test';
import { pages } from '@podlint/rules/pages';
import { Ajv } from 'ajv';
import { readCase } from './case-file.js';
import { readPage } from './page.js';

const root = path.resolve(import.meta.dirname, '../../..');
const script = (name: string, ...args: string[]): ReturnType<typeof spawnSync> =>
  spawnSync(process.execPath, [path.join(root, 'rules/scripts', `${name}.mjs`), ...args], { encoding: 'utf8' });

describe('what is made of the catalogue is up to date', () => {
  for (const name of ['index', 'pages', 'config-schema', 'table']) {
    test(name, () => {
      const { status, stderr } = script(name, '--check');
      assert.equal(status, 0, String(stderr));
    });
  }

  test('the config validator needs nothing at run time', () => {
    const source = readFileSync(path.join(root, 'packages/schema/generated/config.js'), 'utf8');
    assert.doesNotMatch(source, /^import |\bimport\(|\brequire\(|\beval\(/m);
  });

  test('the config schema is one', () => {
    const schema = JSON.parse(readFileSync(path.join(root, 'schemas/config.schema.json'), 'utf8')) as object;
    assert.equal(new Ajv({ strict: false }).validateSchema(schema), true);
  });

  test('a page that explains what the server refuses has its line too', () => {
    const table = readFileSync(path.join(root, 'docs/rules.md'), 'utf8');
    for (const id of Object.keys(pages)) assert.ok(table.includes(`| [${id}](../rules/${id}/README.md) | `), id);
  });
});

test('npm run new-rule makes a rule that the kit takes, and leaves one that is there alone', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'podlint-new-rule-'));
  try {
    assert.equal(script('new-rule', 'images/my-rule', folder).status, 0);
    const made = path.join(folder, 'images/my-rule');
    assert.match(readFileSync(path.join(made, 'rule.ts'), 'utf8'), /id: 'images\/my-rule'/);
    assert.equal(readPage(path.join(made, 'README.md')).title, 'images/my-rule');
    assert.deepEqual(
      readCase(readFileSync(path.join(made, 'cases/wrong.yaml'), 'utf8')).markers.map(({ message }) => message),
      ['terminal'],
    );
    assert.ok(existsSync(path.join(made, 'cases/clean.yaml')));
    assert.equal(script('new-rule', 'images/my-rule', folder).status, 2);
    assert.equal(script('new-rule', 'MyRule', folder).status, 2);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
