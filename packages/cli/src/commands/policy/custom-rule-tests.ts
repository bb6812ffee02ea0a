import path from 'node:path';
import type { Linter } from '@podlint/engine';
import { idOfCustomRule, type CustomRule, type CustomRuleTest } from '@podlint/engine/config';
import { defineMessages, textOf, type Message } from '@podlint/messages';
import type { PolicyTestResult } from '@podlint/policy';
import { ConfigError, Configs } from '@podlint/workspace';
import { UsageError } from '../../command-line/usage-error.js';
import { checkExpressions, loadLateChecks } from '../../judge/late-checks.js';
import { equippedLinter } from '../../linter.js';

const says = defineMessages('custom-rule-test', {
  'was-refused': 'the rule should take the object, and says: {text}',
  'was-allowed': 'the rule should mind the object, and says nothing',
  'other-message': 'the message should be "{expected}", and is {found}',
});

/** The rules that a config file itself has, as they are written in it. Throws UsageError for a config that is wrong. */
export async function checkedRules(file: string, cwd: string, written: unknown): Promise<readonly CustomRule[]> {
  try {
    const configs = new Configs({ cwd, file });
    configs.settingsFor(path.resolve(cwd, 'any.yaml'));
    await checkExpressions(configs);
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    const [first = error.message, ...more] = error.messages;
    throw new UsageError(first, ...more);
  }
  return written as readonly CustomRule[];
}

/** Asks each rule about the objects of its tests. */
export async function runRuleTests(rules: readonly CustomRule[]): Promise<readonly PolicyTestResult[]> {
  await loadLateChecks();
  return rules.flatMap((rule) => {
    const { tests = [], ...tested } = rule;
    // A rule that is off may be tested as well.
    const linter = equippedLinter({ preset: 'none', customRules: [{ ...tested, level: 'warn' }] }, {});
    return tests.map((test, i) =>
      resultOf(test, `${rule.name}: ${test.name ?? `test ${i + 1}`}`, said(linter, rule, test)),
    );
  });
}

function said(linter: Linter, rule: CustomRule, { object }: CustomRuleTest): readonly string[] {
  const [file] = linter.lint([{ path: 'object.json', text: JSON.stringify(object) }]).files;
  const id = idOfCustomRule(rule);
  return (file?.diagnostics ?? []).filter(({ code }) => code === id).map(({ message }) => message);
}

function resultOf(test: CustomRuleTest, name: string, texts: readonly string[]): PolicyTestResult {
  const problem = problemOf(test, texts);
  return { name, ...(problem && { problem: textOf(problem) }) };
}

function problemOf({ allowed = true, message }: CustomRuleTest, texts: readonly string[]): Message | undefined {
  if (allowed && texts.length > 0) return says['was-refused']({ text: texts.join('; ') });
  if (!allowed && texts.length === 0) return says['was-allowed']();
  if (message === undefined || texts.includes(message)) return undefined;
  return says['other-message']({ expected: message, found: texts.map((text) => `"${text}"`).join(', ') });
}
