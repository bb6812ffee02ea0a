import type { CustomRule } from '@podlint/engine/config';
import type { PageOptions } from '@podlint/reporters';
import { didYouMean, nearestChoice } from '@podlint/plain/spelling';
import { wantsColors } from '../../command-line/colors.js';
import { exitCode } from '../../command-line/exit-code.js';
import { parseArguments } from '../../command-line/options.js';
import { UsageError } from '../../command-line/usage-error.js';
import { colorOption } from '../../command-line/values.js';
import type { Command } from '../command.js';
import { customEntries, customRulesOf } from './custom.js';
import { type Entry, groupOf, ruleEntries, serverEntries } from './entries.js';
import { listText } from './list.js';
import { rulesOptionTable } from './option-table.js';
import { aboutCode } from './page.js';

/** `podlint rules [ID]`: the catalogue, a group of it, or the page of one rule. */
export const rules: Command = async (args, console) => {
  const { environment, stdout } = console;
  const given = parseArguments(args, rulesOptionTable);
  const [name, ...more] = given.positionals;
  if (more.length > 0) throw new UsageError('podlint rules takes one rule or group: podlint rules [ID]');
  const colors = wantsColors(colorOption(given.lastOf('color', 'no-color')), environment, stdout);
  const style = { colors, width: stdout.columns };
  const custom = customRulesOf(given.value('config'), console);
  stdout.write(name === undefined ? catalogueText(colors, custom) : await textAbout(name, style, custom));
  return exitCode.clean;
};

function catalogueText(colors: 'always' | 'never', custom: readonly CustomRule[]): string {
  const rules = ruleEntries();
  const ofConfig = custom.length === 0 ? [] : ['Rules of your config:\n', listText(customEntries(custom), colors)];
  return [
    listText(rules, colors),
    `${rules.length} rules, at their levels in the recommended preset. What the server says is looked for in every preset:\n`,
    listText(serverEntries(), colors),
    ...ofConfig,
    'podlint explain ID prints what a rule is about, and how to mend or silence it.\n',
  ].join('\n');
}

async function textAbout(name: string, style: PageOptions, custom: readonly CustomRule[]): Promise<string> {
  const text = await aboutCode(name, style, custom);
  if (text !== undefined) return text;
  const entries = [...ruleEntries(), ...serverEntries(), ...customEntries(custom)];
  const group = entries.filter((candidate) => groupOf(candidate) === name);
  if (group.length > 0) return listText(group, style.colors);
  throw new UsageError(`podlint has no rule "${name}"${nearest(name, entries) || '; `podlint rules` lists them all'}`);
}

function nearest(name: string, entries: readonly Entry[]): string {
  const sameName = entries.find(({ id }) => id.endsWith(`/${name}`));
  const choices = [...entries.map(({ id }) => id), ...new Set(entries.map(groupOf))];
  return didYouMean(sameName?.id ?? nearestChoice(name, choices));
}
