import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, test } from 'node:test';
import { Ajv, type ValidateFunction } from 'ajv';
import type { Rule } from '@podlint/engine';
import { pages } from '@podlint/rules/pages';
import { casesOf, orphansOf, type Case } from './cases.js';
import { rulesFolder, testedRules } from './chosen.js';
import { relatedIds } from './findings.js';
import { proveCase } from './prove-case.js';
import { choicesIn, proveChoices } from './prove-choices.js';
import { proveFixes } from './prove-fixes.js';
import { provePage, provePageIsFound } from './prove-page.js';

let compiled: ValidateFunction | undefined;

/** The schema of config files, compiled once. */
function isConfig(config: object): boolean {
  const text = readFileSync(path.join(rulesFolder, '../schemas/config.schema.json'), 'utf8');
  compiled ??= new Ajv({ strict: false }).compile(JSON.parse(text) as object);
  return compiled(config);
}

function proveCoverage(rule: Rule, cases: readonly Case[]): void {
  assert.ok(
    cases.some(({ markers }) => markers.length === 0),
    'no clean case',
  );
  const covered = new Set(
    cases.flatMap(({ markers }) => markers.map(({ message }) => message)).concat(relatedIds(rule, cases)),
  );
  const uncovered = Object.keys(rule.messages).filter((message) => !covered.has(message));
  assert.deepEqual(uncovered, [], 'messages without a case');
}

for (const rule of testedRules) {
  describe(rule.id, () => {
    const cases = casesOf(rule.id);

    test('lives in the folder of its name and speaks of what it does', () => {
      assert.ok(existsSync(path.join(rulesFolder, rule.id, 'rule.ts')));
      assert.ok(rule.summary.length > 0 && !rule.summary.endsWith('.'));
    });

    test('says in a few words what is wrong, and first of all in one short sentence', () => {
      const { brief = '' } = rule;
      assert.match(brief, /^[A-Za-z].*[^.]$/);
      assert.ok(brief.length <= 40 && brief.split(' ').length <= 6, `"${brief}" is too long for a table`);
      for (const text of Object.values(rule.messages)) {
        const [first = ''] = text.split(/\.(?= [A-Z"`{])/);
        assert.ok(first.length <= 110, `the first sentence is too long: ${first}`);
      }
    });

    test('has a clean case, and a case for every message', () => proveCoverage(rule, cases));

    for (const testCase of cases) {
      test(testCase.name, () => proveCase(rule, testCase));
      test(`${testCase.name}: fixes`, () => proveFixes(rule, testCase));
      test(`${testCase.name}: choices`, () => proveChoices(rule, testCase));
    }

    if (rule.hasChoices)
      test('shows choices in a case, as its metadata say', () => assert.ok(choicesIn(rule, cases) > 0));

    test('shows in a case what its fix makes, if it names one', () => {
      assert.equal(
        cases.some(({ fixed }) => fixed !== undefined),
        rule.fix !== undefined,
      );
      assert.deepEqual(orphansOf(rule.id, cases), []);
    });

    test('its page matches its metadata, and its examples are what they say', () => {
      provePage(rule);
      provePageIsFound(rule);
    });

    test('its page says when to switch it off, if it speaks up by default', () => {
      if (rule.level !== 'off') assert.match(pages[rule.id] ?? '', /switch\s+(the\s+rule|it)\s+off/i);
    });

    test('its page says where a fix is unsafe, if not all are as safe as its metadata', () => {
      if (cases.some(({ fixedUnsafe }) => fixedUnsafe !== undefined)) assert.match(pages[rule.id] ?? '', /\bunsafe\b/);
    });

    test('a config file may set its options, and no others', () => {
      if (!rule.options) return;
      const setting = (options: unknown): object => ({ rules: { [rule.id]: [rule.level, options] } });
      assert.ok(isConfig(setting(JSON.parse(JSON.stringify(rule.options.defaults)))), JSON.stringify(compiled?.errors));
      assert.ok(!isConfig(setting({ 'no such option': 1 })), 'takes any option');
    });
  });
}
