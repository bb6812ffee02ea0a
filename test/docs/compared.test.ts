/** docs/compared.md names rules for the checks of other tools; each of them has to be one. */
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { codes } from '@podlint/engine';
import { catalogue } from '@podlint/rules';

const root = path.resolve(import.meta.dirname, '../../..');
const text = readFileSync(path.join(root, 'docs/compared.md'), 'utf8');
const rows = [...text.matchAll(/^\| (.+?) \| (.+) \|$/gm)]
  .map(([, check, answer]) => ({ check: check!, answer: answer! }))
  .filter(({ check }) => check !== 'check');
const rulesIn = (answer: string): string[] => [...answer.matchAll(/`([a-z-]+\/[a-z0-9-]+)`/g)].map(([, id]) => id!);

const known = new Set([...catalogue.map(({ id }) => id), ...codes.map(({ id }) => id)]);

/** A rule, a code, or a page that explains one. */
function exists(id: string): boolean {
  return known.has(id) || existsSync(path.join(root, 'rules', id, 'README.md'));
}

test('every rule that it names exists', () => {
  const missing = rows.flatMap(({ check, answer }) =>
    rulesIn(answer)
      .filter((id) => !exists(id))
      .map((id) => `${check}: ${id}`),
  );
  assert.deepEqual(missing, []);
});

test('every check is answered by a rule or with a reason', () => {
  assert.ok(rows.length > 100);
  for (const { check, answer } of rows)
    assert.ok(rulesIn(answer).length > 0 || /^not covered( as such)?: \S/.test(answer), check);
});

test('each tool has one table, and no check stands in it twice', () => {
  const sections = text
    .split(/^## /m)
    .slice(1)
    .filter((section) => section.includes('| check | podlint |'));
  assert.deepEqual(
    sections.map((section) => section.split('\n')[0]),
    ['kube-linter', 'kube-score', 'Polaris', 'Checkov', 'Trivy', 'Checkers of schemas'],
  );
  for (const section of sections) {
    const checks = [...section.matchAll(/^\| (.+?) \|/gm)]
      .flatMap(([, cell]) => cell!.split(', '))
      .filter((check) => check !== 'check');
    assert.deepEqual(
      checks.filter((check, index) => checks.indexOf(check) !== index),
      [],
    );
  }
});
