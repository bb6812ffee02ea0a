import { adjustableCodes, suppressionRules, type Level } from '@podlint/engine';
import { catalogue } from '@podlint/rules';
import type { RulesTurnedOn } from './rules-on.js';
import type { Settings } from './settings.js';

type Setting = Level | readonly [level: Level, options: unknown];
export type RuleTable = Readonly<Record<string, Setting>>;

/** What has a level of its own in podlint: rules, and codes that are no verdict. */
const levels: ReadonlyMap<string, Level> = new Map([
  ...adjustableCodes.map((code): [string, Level] => [code, 'warn']),
  ...[...catalogue, ...suppressionRules].map(({ id, level }): [string, Level] => [id, level]),
]);

/**
 * The settings of podlint's rules that ESLint's config comes to: what it turns off is off. What it turns on has the
 * level that podlint gives it, so that findings that are only worth knowing stay infos.
 */
export function ruleTable(turnedOn: RulesTurnedOn, settings: Settings): RuleTable {
  // Where podlint's own config is asked for, that one says which of the rules run.
  const isLeftToPodlint = settings.file !== false || settings.preset !== undefined;
  const ownRules: [string, Setting][] = turnedOn.has('custom') ? [] : [['custom/*', 'off']];
  return Object.fromEntries(
    [...levels]
      .flatMap(([id, usual]): [string, Setting][] => {
        if (!turnedOn.has(id)) return [[id, 'off']];
        const options = turnedOn.get(id);
        const level = usual === 'error' ? 'error' : 'warn';
        if (options) return [[id, [level, options]]];
        return isLeftToPodlint ? [] : [[id, level]];
      })
      .concat(ownRules),
  );
}
