/**
 * Pages of the catalogue that have no rule: they explain what the server itself says, so that nothing is reported twice,
 * or what the engine says of suppressions.
 */
import assert from 'node:assert/strict';
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, test } from 'node:test';
import { suppressionRules } from '@podlint/engine';
import { createLinter, type ReportedDiagnostic } from 'podlint';
import { readCase } from './case-file.js';
import { isChosen, rulesFolder as root } from './chosen.js';
import { readPage } from './page.js';
import { provePageIsFound } from './prove-page.js';

const folders = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort();
const pages = folders(root)
  .flatMap((group) => folders(path.join(root, group)).map((name) => `${group}/${name}`))
  .filter(
    (id) =>
      existsSync(path.join(root, id, 'README.md')) &&
      !existsSync(path.join(root, id, 'rule.ts')) &&
      !suppressionRules.some((rule) => rule.id === id),
  );

function serverSays(text: string): ReportedDiagnostic[] {
  return createLinter({ preset: 'none' })
    .lint(readCase(text).files)
    .files.flatMap(({ diagnostics }) => diagnostics);
}

for (const id of pages.filter(isChosen)) {
  describe(id, () => {
    const page = readPage(path.join(root, id, 'README.md'));

    test('explains an error that is reported without any rule', () => {
      assert.equal(page.title, id);
      assert.equal(page.level, 'error');
      assert.ok(page.wrong.length > 0 && page.right.length > 0, 'a wrong and a right example');
      for (const text of page.wrong)
        assert.ok(
          serverSays(text).some(({ severity }) => severity === 'error'),
          `not found to be wrong:\n${text}`,
        );
      for (const text of page.right)
        assert.deepEqual(
          serverSays(text).map(({ code, messageId }) => `${code} ${messageId}`),
          [],
          `found to be wrong:\n${text}`,
        );
    });
  });
}

for (const rule of suppressionRules.filter(({ id }) => isChosen(id))) {
  test(`${rule.id}: its page matches its metadata`, () => {
    const page = readPage(path.join(root, rule.id, 'README.md'));
    assert.deepEqual([page.title, page.level, page.fix], [rule.id, rule.level, rule.fix]);
    provePageIsFound(rule);
  });
}
