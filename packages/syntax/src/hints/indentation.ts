import { defineMessages, type Message } from '@podlint/messages';
import type { TextEdit } from '../document.js';
import { breakOf } from '../stream-text.js';
import type { Candidate, Finding, Mistake } from './mistake.js';

const says = defineMessages('hint', {
  'inline-list': 'Line {line} starts a list behind something else. The first item needs a line of its own.',
  'loose-text':
    'Line {line} stands at the column of a key but has no colon. If it goes on with the value above, indent it deeper.',
  'below-a-value':
    'Line {line} is indented deeper than line {above}, which already has its value. Give both the same indentation, or remove the value of line {above}.',
  'missing-dash':
    'Line {line} stands at the column of a list item but has no dash. Indent it to belong to the item above, or less to end the list.',
  'stray-item':
    'Line {line} starts with a dash in a column where no list is. Align it with the other items, or with the key of its list.',
  'stray-line': 'Line {line} starts at column {column}, where nothing above that it could belong to starts.',
});

/** A slip moves a line by a few columns; what fits only farther away is not what was meant. */
const farthestSlip = 3;
/** How far up the columns of other lines are looked at. */
const linesAbove = 40;

/** A line at a column that fits none of the collections above it. */
export function findIndentation(mistake: Mistake): Finding | undefined {
  if (!mistake.isOneOf('unexpected-value', 'missing-key', 'missing-item', 'missing-content')) return undefined;
  const { lines, line } = mistake;
  const above = lines.previous(line);
  if (above === undefined || hasTwoColons(mistake)) return undefined;
  const isList = mistake.reason === 'missing-item' || lines.isItem(line) || lines.isItem(above);
  return {
    code: isList ? 'schema/list-indent' : 'syntax/bad-indent',
    hint: hintFor(mistake, above),
    range: lines.contentRange(line),
    fix: mistake.nearestProven('Align the line with the lines above', shifts(mistake)),
  };
}

/** A list that starts on the line of its key. */
export function findInlineItem(mistake: Mistake): Finding | undefined {
  if (mistake.reason !== 'unexpected-item') return undefined;
  const { lines, line, range } = mistake;
  const next = line + 1 < lines.count && lines.isItem(line + 1) ? lines.indent(line + 1) : lines.indent(line) + 2;
  const blanks = /(?<!\s)\s*$/.exec(lines.content(line).slice(0, range.start - lines.start(line)))![0].length;
  const ownLine: TextEdit = {
    range: { start: range.start - blanks, end: range.start },
    text: `${breakOf(mistake.stream)}${' '.repeat(next)}`,
  };
  return {
    code: 'schema/list-indent',
    hint: says['inline-list']({ line: lines.number(line) }),
    range: lines.contentRange(line),
    fix: mistake.onlyProven('Start the list on a line of its own', [[ownLine]]),
  };
}

/** Text without a colon where only a key can stand. */
export function findLooseText({ reason, lines, line }: Mistake): Finding | undefined {
  if (reason !== 'missing-colon') return undefined;
  return {
    code: 'syntax/invalid',
    hint: says['loose-text']({ line: lines.number(line) }),
    range: lines.contentRange(line),
  };
}

/** `a: b: c`: the second colon is the mistake, not the indentation. */
function hasTwoColons({ reason, lines, line, range }: Mistake): boolean {
  return reason === 'unexpected-value' && /:\s/.test(lines.content(line).slice(0, range.start - lines.start(line)));
}

function hintFor({ lines, line: at, reason }: Mistake, above: number): Message {
  const line = lines.number(at);
  if (lines.indent(at) > lines.indent(above)) return says['below-a-value']({ line, above: lines.number(above) });
  if (reason === 'missing-item' && !lines.isItem(at)) return says['missing-dash']({ line });
  return lines.isItem(at) ? says['stray-item']({ line }) : says['stray-line']({ line, column: lines.indent(at) + 1 });
}

/** The line, alone or with what follows at its level, moved to the columns where lines above start. */
function shifts(mistake: Mistake): Candidate[] {
  const { lines, line } = mistake;
  const indent = lines.indent(line);
  const columns = [...columnsAbove(mistake)].filter(
    (column) => column !== indent && Math.abs(column - indent) <= farthestSlip,
  );
  const blocks = [blockOf(mistake, 1), blockOf(mistake, 0), dashesOf(mistake)].filter(({ length }) => length > 0);
  const different = new Map(blocks.map((block) => [block.join(), block]));
  return columns.flatMap((column) =>
    [...different.values()].map((block) => ({
      edits: block.map((at) => shift(lines.start(at), lines.indent(at), column - indent)),
      distance: Math.abs(column - indent),
    })),
  );
}

function shift(start: number, indent: number, by: number): TextEdit {
  return by > 0
    ? { range: { start, end: start }, text: ' '.repeat(by) }
    : { range: { start, end: start + Math.min(-by, indent) }, text: '' };
}

/** The line and those below it that are indented more by at least so many columns. */
function blockOf({ lines, line }: Mistake, more: number): number[] {
  const block = [line];
  for (
    let at = line + 1;
    at < lines.count && (lines.isBlank(at) || lines.indent(at) >= lines.indent(line) + more);
    at++
  )
    if (!lines.isBlank(at)) block.push(at);
  return block;
}

/** The line and those below it that start with a dash in its column: what is behind them may stand where it belongs. */
function dashesOf({ lines, line }: Mistake): number[] {
  const dashes: number[] = [];
  for (let at = line; at < lines.count && (lines.isBlank(at) || lines.indent(at) >= lines.indent(line)); at++) {
    if (lines.isBlank(at) || lines.indent(at) > lines.indent(line)) continue;
    if (!lines.isItem(at)) break;
    dashes.push(at);
  }
  return dashes;
}

/** Where the lines above start, and where their text starts behind dashes. */
function columnsAbove({ lines, line }: Mistake): Set<number> {
  const columns = new Set<number>();
  for (let above = line - 1; above >= Math.max(0, line - linesAbove); above--) {
    if (lines.isBlank(above)) continue;
    columns.add(lines.indent(above));
    const dashes = /^\s*(?:-(?: +|$))+/.exec(lines.content(above))?.[0];
    if (dashes) columns.add(dashes.endsWith('-') ? dashes.length + 1 : dashes.length);
  }
  return columns;
}
