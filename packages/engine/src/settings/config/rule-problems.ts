import { didYouMean } from '@podlint/plain/spelling';
import { hasLateChecks, lateChecks } from '@podlint/kinds';
import { defaultVersion } from '@podlint/model';
import type { CustomRule } from '../custom-rules/custom-rule.js';
import { idOfCustomRule, isCustomId } from '../custom-rules/ids.js';
import { isRuleGlob } from '../rule-table.js';
import { nearest } from '../suggest.js';
import { ruleMistakes, type ConfigProblem } from './config.js';
import type { ConfigReading } from './read.js';

/** Ids of rules of the user's own that neither the config nor one that it extends has. */
export function unknownRules(reading: ConfigReading, inherited: readonly CustomRule[]): readonly ConfigProblem[] {
  const { rules = {}, overrides = [], customRules = [] } = reading.config ?? {};
  const known = [...inherited, ...customRules].map(idOfCustomRule);
  const tables = [
    { table: rules, at: ['rules'] },
    ...overrides.map((override, i) => ({ table: override.rules, at: ['overrides', i, 'rules'] })),
  ];
  return tables.flatMap(({ table, at }) =>
    Object.keys(table)
      .filter((id) => isCustomId(id) && !isRuleGlob(id) && !known.includes(id))
      .map((name) =>
        reading.problemAt([...at, name], ruleMistakes.unknown({ name, hint: didYouMean(nearest(name, known)) })),
      ),
  );
}

/**
 * What keeps the expressions of a config's rules from compiling. Undefined: the language of expressions is not loaded,
 * so that one has to ask again (`loadLateChecks`).
 */
export function expressionProblems(reading: ConfigReading): readonly ConfigProblem[] | undefined {
  const { customRules = [] } = reading.config ?? {};
  if (customRules.length === 0) return [];
  if (!hasLateChecks()) return undefined;
  return customRules.flatMap((rule, index) => {
    const compiled = lateChecks().compileRule(rule, defaultVersion.minor);
    const faults = 'faults' in compiled ? compiled.faults : [];
    return faults.map(({ field, span, message }) =>
      reading.problemIn(['customRules', index, ...field], span, ruleMistakes.expression({ problem: message })),
    );
  });
}
