import { adjustableCodes, codes, fitsRuleGlob, isRuleGlob, type Level, suppressionRules } from '@podlint/engine';
import { isCustomId } from '@podlint/engine/config';
import { catalogue } from '@podlint/rules';
import { didYouMean, nearestChoice } from '@podlint/plain/spelling';
import { UsageError } from './usage-error.js';
import { oneOf } from './values.js';

const levels: readonly Level[] = ['error', 'warn', 'info', 'off'];

/** `--rule id=level`, any number of them, the later ones over the earlier ones. Throws UsageError. */
export function parseRules(texts: readonly string[]): Readonly<Record<string, Level>> {
  return Object.fromEntries(texts.map(parseRule));
}

function parseRule(text: string): [string, Level] {
  const [id = '', level, ...more] = text.split('=');
  if (level === undefined || more.length > 0)
    throw new UsageError(`--rule takes a rule and its level, such as security/privileged=error, not "${text}"`);
  return [knownRule(id), oneOf('rule', level, levels)];
}

/**
 * The id of something that has a level to set: a rule, or a warning of the server. Throws UsageError with the nearest
 * one.
 */
function knownRule(id: string): string {
  const ids = [
    ...[...catalogue, ...suppressionRules].flatMap(({ id: known, aliases = [] }) => [known, ...aliases]),
    ...adjustableCodes,
  ];
  // Whether a config has such a rule is known when the configs of the files are.
  if (isCustomId(id) || ids.includes(id) || (isRuleGlob(id) && ids.some((known) => fitsRuleGlob(id, known)))) return id;
  const isVerdict = codes.some((code) => code.id === id);
  throw new UsageError(
    isVerdict
      ? `--rule: "${id}" is what the server says, and has no level to set; a place can suppress it`
      : `--rule: podlint has no rule "${id}"${didYouMean(nearestChoice(id, ids)) || '; `podlint rules` lists them'}`,
  );
}

/** What `--show` takes: `all`, a code, or a group of them as `security/*`. Throws UsageError with the nearest one. */
export function shownName(name: string): string {
  const ids = [...new Set([...catalogue, ...suppressionRules, ...codes].map(({ id }) => id))];
  const groups = [...new Set(ids.map((id) => `${id.slice(0, id.indexOf('/'))}/*`))];
  const names = ['all', ...ids, ...groups];
  if (isCustomId(name) || names.includes(name)) return name;
  throw new UsageError(
    `--show takes all, a rule or a group such as security/*, not "${name}"${didYouMean(nearestChoice(name, names))}`,
  );
}
