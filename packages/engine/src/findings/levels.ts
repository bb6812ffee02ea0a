import { codes } from './codes.js';
import type { Severity } from './diagnostic.js';
import type { InspectedFile } from '../pipeline/inspect.js';
import type { Level } from '../rule/rule.js';
import type { RuleTable } from '../settings/settings.js';

export const severityOf: Readonly<Record<Exclude<Level, 'off'>, Severity>> = {
  error: 'error',
  warn: 'warning',
  info: 'info',
};

/** What is said of objects that the server takes: no verdict, so a user may set its level as that of a rule. */
export const adjustableCodes: readonly string[] = codes
  .filter(({ severity }) => severity !== 'error')
  .map(({ id }) => id);

/** Gives what the server only warns of the level that the user wants. The verdict stays. */
export function adjustLevels(file: InspectedFile, rules: RuleTable = {}): void {
  const levels = new Map(
    adjustableCodes.flatMap((code) => (rules[code] === undefined ? [] : [[code, levelOf(rules[code])] as const])),
  );
  if (levels.size === 0) return;
  for (const { findings } of file.objects.flatMap(({ judgements }) => judgements)) {
    const adjusted = findings.flatMap((finding) => {
      const level = levels.get(finding.code);
      if (level === undefined) return [finding];
      return level === 'off' ? [] : [{ ...finding, severity: severityOf[level] }];
    });
    findings.splice(0, findings.length, ...adjusted);
  }
}

function levelOf(setting: RuleTable[string]): Level {
  return typeof setting === 'string' ? setting : setting[0];
}
