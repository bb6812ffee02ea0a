import { largest } from '@podlint/plain';
import { optionGroups, type OptionGroup, type OptionSpec, type OptionTable } from './options.js';

/** What a terminal has at least. */
const columns = 80;

/** One line an option, the descriptions below each other. */
export function optionLines(table: OptionTable): string[] {
  const rows = Object.entries<OptionSpec>(table).map(([name, spec]) => ({
    usage: `${spec.short ? `-${spec.short}, ` : '    '}${optionUsage(name, spec)}`,
    help: spec.help,
  }));
  const width = largest(rows.map((row) => row.usage.length));
  return rows.map((row) => `  ${row.usage.padEnd(width)}  ${row.help}`);
}

/** Several options a line, each with a few words, in groups. */
export function compactLines(table: OptionTable): string[] {
  const groups = optionGroups
    .map((group) => ({ group, texts: textsOf(table, group) }))
    .filter(({ texts }) => texts.length > 0);
  const indent = largest(groups.map(({ group }) => group.length)) + 2;
  return groups.flatMap(({ group, texts }) =>
    flow(texts, columns - indent).map((line, index) => `${(index === 0 ? group : '').padEnd(indent)}${line}`),
  );
}

/** `--preset PRESET` */
export function optionUsage(name: string, { value, valueIsOptional }: OptionSpec): string {
  if (value === undefined) return `--${name}`;
  return valueIsOptional ? `--${name}[=${value}]` : `--${name} ${value}`;
}

export function groupOf({ group = 'Other' }: OptionSpec): OptionGroup {
  return group;
}

function textsOf(table: OptionTable, group: OptionGroup): string[] {
  return Object.entries<OptionSpec>(table).flatMap(([name, spec]) =>
    groupOf(spec) === group
      ? [`${spec.short ? `-${spec.short} ` : ''}${optionUsage(name, spec)}${spec.brief ? ` (${spec.brief})` : ''}`]
      : [],
  );
}

/** Each text on the first line that has room for it. */
function flow(texts: readonly string[], width: number): string[] {
  const lines: string[] = [];
  for (const text of texts) {
    const free = lines.findIndex((line) => line.length + 2 + text.length <= width);
    if (free === -1) lines.push(text);
    else lines[free] = `${lines[free]!}  ${text}`;
  }
  return lines;
}
