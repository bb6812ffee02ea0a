import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { createLinter } from 'podlint';
import { fitsRuleGlob } from '@podlint/engine';
import { peerChecks } from '@podlint/engine/config';
import { catalogue } from '@podlint/rules';
import { readFileSync } from 'node:fs';
import path from 'node:path';

describe('globs of rules', () => {
  const cases: readonly (readonly [string, string, boolean])[] = [
    ['security/*', 'security/privileged', true],
    ['security/*', 'securityx/privileged', false],
    ['*/no-*', 'probes/no-liveness', true],
    ['*/no-*', 'probes/liveness-no', false],
    ['*', 'pods/bare', true],
    ['a*a', 'a', false],
    ['a*b*c', 'axbxc', true],
    ['a*b*c', 'axcxb', false],
    ['a*bc*c', 'abc', false],
  ];
  for (const [glob, id, fits] of cases)
    test(`${glob} ${fits ? 'means' : 'does not mean'} ${id}`, () => assert.equal(fitsRuleGlob(glob, id), fits));

  const pod =
    'apiVersion: v1\nkind: Pod\nmetadata: {name: a}\nspec: {containers: [{name: a, image: "r.example/a:1"}]}\n';
  const levelsIn = (rules: object, overrides: readonly object[] = []): string[] =>
    createLinter({ preset: 'none', rules, overrides } as Parameters<typeof createLinter>[0])
      .lint([{ path: 'a.yaml', text: pod }])
      .files.flatMap(({ diagnostics }) => diagnostics.map(({ code, severity }) => `${code} ${severity}`))
      .filter((text) => text.startsWith('pods/bare') || text.startsWith('pods/default'));

  test('give way to a name beside them, whatever the order', () => {
    assert.deepEqual(levelsIn({ 'pods/bare': 'error', 'pods/*': 'info' }).sort(), [
      'pods/bare error',
      'pods/default-namespace info',
    ]);
  });

  test('go over a name of an earlier layer', () => {
    assert.deepEqual(levelsIn({ 'pods/bare': 'error' }, [{ files: '*.yaml', rules: { 'pods/*': 'off' } }]), []);
    assert.deepEqual(levelsIn({ 'pods/*': 'off' }, [{ kinds: 'Pod', rules: { 'pods/bare': 'error' } }]), [
      'pods/bare error',
    ]);
  });

  test('that mean nothing are refused', () => {
    assert.throws(() => createLinter({ rules: { 'secrity/*': 'off' } }), { name: 'UnknownRuleError' });
  });
});

describe('the checks of other tools', () => {
  const compared = readFileSync(path.resolve(import.meta.dirname, '../../../docs/compared.md'), 'utf8');
  const ids = new Set(catalogue.map(({ id }) => id));
  for (const [peer, checks] of Object.entries(peerChecks))
    test(`of ${peer} name rules, as docs/compared.md does`, () => {
      for (const [check, rules] of Object.entries(checks)) {
        const row = compared
          .split('\n')
          .find((line) => new RegExp(`^\\|(?:[^|]*[ ,])?${check}\\b(?!-)[^|]*\\|`).test(line));
        assert.ok(row, check);
        for (const rule of rules) {
          assert.ok(ids.has(rule), `${check}: ${rule}`);
          assert.ok(row.includes(rule), `${check}: ${rule} is not in its row`);
        }
      }
    });
});
