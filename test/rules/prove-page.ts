import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Rule } from '@podlint/engine';
import { pages } from '@podlint/rules/pages';
import { readCase } from './case-file.js';
import { rulesFolder } from './chosen.js';
import { described, findingsOf, lint } from './findings.js';
import { readPage } from './page.js';

/** The page says what the metadata say, and its examples are what they are said to be. */
export function provePage(rule: Rule): void {
  const page = readPage(path.join(rulesFolder, rule.id, 'README.md'));
  assert.equal(page.title, rule.id);
  assert.equal(page.level, rule.level);
  assert.equal(page.fix, rule.fix ?? 'none');
  assert.equal(page.choices, rule.hasChoices ? 'yes' : undefined);
  assert.ok(page.wrong.length > 0 && page.right.length > 0, 'a wrong and a right example');
  for (const text of page.wrong) {
    const example = readCase(text);
    assert.ok(findingsOf(rule, lint(rule, example.files, example)).length > 0, `not found to be wrong:\n${text}`);
  }
  for (const text of page.right) {
    const example = readCase(text);
    assert.deepEqual(described(rule, lint(rule, example.files, example)), [], `found to be wrong:\n${text}`);
  }
}

/** The page is where `podlint rules` and docs/rules.md look for it. */
export function provePageIsFound({ id, level, fix }: Pick<Rule, 'id' | 'level' | 'fix'>): void {
  const table = readFileSync(path.join(rulesFolder, '../docs/rules.md'), 'utf8');
  assert.ok(pages[id]?.startsWith(`# ${id}\n`), 'podlint rules knows no page: run `npm run rules`');
  assert.ok(table.includes(`| [${id}](../rules/${id}/README.md) | ${level} | ${fix ?? 'none'} |`), 'docs/rules.md');
}
