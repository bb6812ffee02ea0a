import path from 'node:path';
import type { CustomRule } from '@podlint/engine/config';
import { ConfigError, Configs } from '@podlint/workspace';
import { complain } from '../../command-line/complain.js';
import type { Console } from '../../command-line/console.js';
import { type Entry, entryOfCustomRule } from './entries.js';

/**
 * The rules that the config of the working directory adds, or the one that is named. A config that is wrong is told of,
 * and has none: who mends it may have come for the names of rules.
 */
export function customRulesOf(config: string | undefined, console: Console): readonly CustomRule[] {
  try {
    const configs = new Configs({ cwd: console.cwd, file: config });
    return configs.settingsFor(path.join(console.cwd, 'any.yaml')).customRules ?? [];
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    complain(console, error.messages);
    return [];
  }
}

export function customEntries(rules: readonly CustomRule[]): readonly Entry[] {
  return rules.map(entryOfCustomRule).sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** What a rule is about, as Markdown. */
export function customPage(rule: CustomRule): string {
  const { id, level, summary } = entryOfCustomRule(rule);
  const { message = summary, expression, messageExpression, variables = [], match = {} } = rule;
  const conditions = Object.entries(match).map(([what, wanted]) => `${what}: ${JSON.stringify(wanted)}`);
  return [
    `# ${id}`,
    `**Level:** ${level} · **Fix:** none · a rule of your config`,
    message,
    `An object is fine where this is true${conditions.length === 0 ? '' : ` (${conditions.join(', ')})`}:`,
    code(expression),
    ...variables.map((variable) => `variables.${variable.name}:\n\n${code(variable.expression)}`),
    ...(messageExpression === undefined ? [] : [`What it says:\n\n${code(messageExpression)}`]),
  ]
    .join('\n\n')
    .concat('\n');
}

function code(expression: string): string {
  return `\`\`\`cel\n${expression.trim()}\n\`\`\``;
}
