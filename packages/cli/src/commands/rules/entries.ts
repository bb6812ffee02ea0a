import { codes, type Level, type Rule, type Safety, type Severity, suppressionRules } from '@podlint/engine';
import { type CustomRule, idOfCustomRule } from '@podlint/engine/config';
import { catalogue } from '@podlint/rules';

/** A rule, or something that the server says, as the catalogue shows it. */
export interface Entry {
  readonly id: string;
  /** Ids that a rule had before. */
  readonly aliases?: readonly string[];
  readonly level: Level;
  readonly fix: Safety | 'none';
  readonly hasChoices: boolean;
  readonly summary: string;
  /** In about five words. */
  readonly brief?: string | undefined;
  /** The texts of a rule's messages, by their keys. */
  readonly messages?: Rule['messages'];
}

const levelOf: Readonly<Record<Severity, Level>> = { error: 'error', warning: 'warn', info: 'info', hint: 'info' };

/** Everything that has a level to set, sorted by id. */
export function ruleEntries(): Entry[] {
  return [...catalogue, ...suppressionRules]
    .map(({ id, aliases = [], level, fix, hasChoices = false, summary, brief, messages }): Entry => ({
      id,
      aliases,
      level,
      fix: fix ?? 'none',
      hasChoices,
      summary,
      brief,
      messages,
    }))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** What is looked for in every preset. */
export function serverEntries(): Entry[] {
  return codes.map(({ id, severity, summary }): Entry => ({
    id,
    level: levelOf[severity],
    fix: 'none',
    hasChoices: false,
    summary,
  }));
}

/** A rule of a config. */
export function entryOfCustomRule(rule: CustomRule): Entry {
  const { level = 'warn', message = '', description = message } = rule;
  const summary =
    description
      .trim()
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== '')
      .join(' ') || 'a rule of the config';
  return { id: idOfCustomRule(rule), level, fix: 'none', hasChoices: false, summary };
}

export function groupOf({ id }: Pick<Entry, 'id'>): string {
  return id.slice(0, id.indexOf('/'));
}

let meanings: ReadonlyMap<string, string> | undefined;

/** What a code stands for, in a few words. */
export function meaningOf(code: string): string | undefined {
  meanings ??= new Map([...serverEntries(), ...ruleEntries()].map(({ id, summary, brief = summary }) => [id, brief]));
  return meanings.get(code);
}
