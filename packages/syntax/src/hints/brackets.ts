import { defineMessages } from '@podlint/messages';
import type { TextEdit } from '../document.js';
import { insertion, type Finding, type Mistake } from './mistake.js';

const says = defineMessages('hint', {
  'missing-comma': 'Behind the "{bracket}" on line {line} a comma or "{closing}" is missing.',
  'open-bracket': 'Line {line} opens a "{bracket}", and no "{closing}" closes it before line {end} goes on.',
});

/** A bracket that is still open where the reader expected it closed, or an entry without its comma. */
export function findBracket(mistake: Mistake): Finding | undefined {
  if (!mistake.isOneOf('unclosed-list', 'unclosed-map', 'list-comma', 'map-comma')) return undefined;
  const { lines, stream, opened } = mistake;
  const bracket = stream.charAt(opened);
  const closing = bracket === '[' ? ']' : '}';
  const line = lines.at(opened);
  const sameLine = line === mistake.line && mistake.isOneOf('list-comma', 'map-comma');
  return {
    code: 'syntax/unclosed-bracket',
    hint: sameLine
      ? says['missing-comma']({ bracket, closing, line: lines.number(line) })
      : says['open-bracket']({ bracket, closing, line: lines.number(line), end: lines.number(mistake.line) }),
    range: { start: opened, end: opened + 1 },
    fix: mistake.onlyProven(`Close the "${bracket}", or part its entries`, [
      ...closings(mistake, line, closing),
      addComma(mistake),
    ]),
  };
}

/**
 * At the end of the line that opens it. Not for the outermost one: what follows that is ignored, so it would prove
 * nothing.
 */
function closings({ lines, opened, document, stream }: Mistake, line: number, closing: string): TextEdit[][] {
  if (stream.slice(document.start, opened).trim() === '') return [];
  const { end } = lines.contentRange(line);
  return [[insertion(end, closing)], [insertion(end, `${closing},`)]];
}

/** A comma behind the last line that has something on it before the error. */
function addComma({ lines, line, opened }: Mistake): TextEdit[] {
  const above = lines.previous(line);
  return above === undefined || above < lines.at(opened) ? [] : [insertion(lines.contentRange(above).end, ',')];
}
