import { codes } from './codes.js';
import type { Severity } from './diagnostic.js';
import type { Level } from '../rule/rule.js';
import { settingIn, type RuleTable } from '../settings/rule-table.js';

export const severityOf: Readonly<Record<Exclude<Level, 'off'>, Severity>> = {
  error: 'error',
  warn: 'warning',
  info: 'info',
};

/** What is said of objects that the server takes: no verdict, so a user may set its level as that of a rule. */
export const adjustableCodes: readonly string[] = codes
  .filter(({ severity }) => severity !== 'error')
  .map(({ id }) => id);

/** What the user wants of what the server only warns of: a severity, or nothing of it. */
export type AdjustedLevels = ReadonlyMap<string, Severity | 'off'>;

export function adjustedLevels(rules: RuleTable = {}): AdjustedLevels {
  return new Map(
    adjustableCodes.flatMap((code): [string, Severity | 'off'][] => {
      const setting = settingIn(rules, code);
      if (setting === undefined) return [];
      const level = typeof setting === 'string' ? setting : setting[0];
      return [[code, level === 'off' ? 'off' : severityOf[level]]];
    }),
  );
}
