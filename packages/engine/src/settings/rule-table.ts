import { own } from '@podlint/plain';
import type { Level } from '../rule/rule.js';

/** A level, or a level and the rule's options. A level alone leaves the options of an earlier setting as they are. */
export type RuleSetting = Level | readonly [level: Level, options?: unknown];
/** Settings of rules by their ids, or levels by globs of ids such as `security/*`. */
export type RuleTable = Readonly<Record<string, RuleSetting>>;

export function isRuleGlob(id: string): boolean {
  return id.includes('*');
}

/** Whether an id is meant by a glob, in which `*` stands for any characters. */
export function fitsRuleGlob(glob: string, id: string): boolean {
  const [first = '', ...others] = glob.split('*');
  const last = others.pop() ?? '';
  if (!id.startsWith(first) || !id.endsWith(last) || id.length < first.length + last.length) return false;
  let at = first.length;
  for (const part of others) {
    const found = id.slice(0, id.length - last.length).indexOf(part, at);
    if (found < 0) return false;
    at = found + part.length;
  }
  return true;
}

/** What a table says of a rule: its own setting, or else that of the last glob that means it. */
export function settingIn(table: RuleTable, id: string): RuleSetting | undefined {
  if (Object.hasOwn(table, id)) return table[id];
  const glob = Object.keys(table).findLast((key) => isRuleGlob(key) && fitsRuleGlob(key, id));
  return glob === undefined ? undefined : own(table, glob);
}

/**
 * One table over another. A level alone changes the level of a rule that has options, and nothing else of it. A glob
 * goes over what was said before of each rule that it means; in one table a rule's own id goes over globs.
 */
export function mergeRules(under: RuleTable, over: RuleTable): RuleTable {
  const merged = new Map(Object.entries(under));
  const [globs, own] = [true, false].map((wanted) =>
    Object.entries(over).filter(([key]) => isRuleGlob(key) === wanted),
  );
  for (const [glob, setting] of globs ?? []) {
    for (const [id, before] of merged) if (fitsRuleGlob(glob, id)) merged.set(id, withOptionsOf(before, setting));
    // Of globs that mean one rule the last one counts.
    merged.delete(glob);
    merged.set(glob, setting);
  }
  for (const [id, setting] of own ?? []) merged.set(id, withOptionsOf(merged.get(id), setting));
  return Object.fromEntries(merged);
}

function withOptionsOf(before: RuleSetting | undefined, setting: RuleSetting): RuleSetting {
  return typeof setting === 'string' && before !== undefined && typeof before !== 'string'
    ? [setting, before[1]]
    : setting;
}
