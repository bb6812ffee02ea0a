import { defineMessages } from '@podlint/messages';
import type { TextEdit } from '../document.js';
import type { Finding, Mistake } from './mistake.js';
import { codeOf } from '../problems.js';

const says = defineMessages('hint', {
  'second-colon': 'Line {line} has a second colon with a space behind it, inside its value.',
  'special-sign': 'On line {line} the value starts with "{sign}", which means something to YAML.',
});

/** Text that YAML reads as a sign of its own, where quotes make it text. */
export function findUnquoted(mistake: Mistake): Finding | undefined {
  const { lines, line, reason, range } = mistake;
  if (
    !mistake.isOneOf('stray-character', 'anchor-name', 'tag-syntax', 'tag-handle', 'unknown-alias', 'unexpected-value')
  )
    return undefined;
  const content = lines.content(line);
  const column =
    reason === 'unexpected-value'
      ? valueColumn(content, range.start - lines.start(line))
      : range.start - lines.start(line);
  if (column === undefined) return undefined;
  const isColon = reason === 'unexpected-value';
  return {
    code: isColon ? 'syntax/invalid' : codeOf[reason],
    hint: isColon
      ? says['second-colon']({ line: lines.number(line) })
      : says['special-sign']({ line: lines.number(line), sign: content.charAt(column) }),
    range: { start: lines.start(line) + column, end: lines.contentRange(line).end },
    fix: mistake.firstProven('Put the value in quotes', [quoteFrom(mistake, column)]),
  };
}

/** Where the value starts that holds a second colon. */
function valueColumn(content: string, colon: number): number | undefined {
  const first = content.indexOf(':');
  if (first < 0 || content.slice(0, first).trim() === '') return undefined;
  const start = content.length - content.slice(first + 1).trimStart().length;
  return start > first + 1 && start < colon ? start : undefined;
}

function quoteFrom({ lines, line }: Mistake, column: number): TextEdit[] {
  const content = lines.content(line);
  const value = content
    .slice(column)
    .replace(/(?<!\s)\s+#.*$/, '')
    .trimEnd();
  const start = lines.start(line) + column;
  return [{ range: { start, end: start + value.length }, text: `'${value.replaceAll("'", "''")}'` }];
}
