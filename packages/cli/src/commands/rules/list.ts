import picocolors from 'picocolors';
import { largest } from '@podlint/plain';
import { type Entry, groupOf } from './entries.js';

/** The entries in groups, each on one line, in columns. */
export function listText(entries: readonly Entry[], colors: 'always' | 'never'): string {
  const paint = picocolors.createColors(colors === 'always');
  const idWidth = widest(entries.map(({ id }) => id));
  const levelWidth = widest(entries.map(({ level }) => level));
  const fixWidth = widest(entries.map(fixText));
  const line = (entry: Entry): string => {
    const level = entry.level.padEnd(levelWidth);
    return `  ${entry.id.padEnd(idWidth)}  ${entry.level === 'off' ? paint.dim(level) : level}  ${paint.dim(fixText(entry).padEnd(fixWidth))}  ${entry.summary}`.trimEnd();
  };
  const groups = [...new Set(entries.map(groupOf))];
  return groups
    .map(
      (group) =>
        `${paint.bold(group)}\n${entries
          .filter((entry) => groupOf(entry) === group)
          .map(line)
          .join('\n')}\n`,
    )
    .join('\n');
}

function fixText({ fix, hasChoices }: Entry): string {
  return [...(fix === 'none' ? [] : [`${fix} fix`]), ...(hasChoices ? ['choices'] : [])].join(', ');
}

function widest(texts: readonly string[]): number {
  return Math.max(0, largest(texts.map((text) => text.length)));
}
