import { endOfLine, nextLine, type CursorText } from './cursor-text.js';
import type { Level } from './outline.js';
import { columnOfContent, isBlankOrComment } from './line.js';

/** Where an entry could stand on a line of its own. */
export interface LinePlace {
  readonly column: number;
  readonly dash: 'missing' | 'none';
}

/**
 * The collections that a line can add to, by the column of its cursor: the deepest one that is open and not deeper than
 * that.
 * A column that fits none is drawn to the nearest; so is one left of what goes on below the line.
 */
export function placesForLine(cursor: CursorText, column: number): LinePlace[] {
  const { levels } = cursor;
  const top = levels.at(-1);
  if (!top) return [{ column: 0, dash: 'none' }];
  const next = nextEntry(cursor);
  if (top.open && (column > top.column || (next && isInside(next, top))))
    return [childPlace(cursor.chunk, next, top, column)];
  const least = next && levels.some((level) => level.column === next.column) ? next.column : levels[0]!.column;
  const nearest = levels.findLast((level) => level.column <= Math.max(column, least))!.column;
  const places = levels
    .filter((level) => level.column === nearest)
    .map(({ kind }): LinePlace => ({ column: nearest, dash: kind === 'sequence' ? 'missing' : 'none' }));
  // Between two items there can only be another one.
  if (places.length > 1 && next?.column === nearest && next.dash === 'missing')
    return places.filter(({ dash }) => dash === 'missing');
  // A list may start in the column of its key.
  return top.open && top.kind === 'mapping' && nearest === top.column
    ? [...places, { column: nearest, dash: 'missing' }]
    : places;
}

/**
 * Below a key or dash without a value: where the lines that follow have it, or one step of the document deeper; as deep
 * as the cursor in a document that shows none.
 */
function childPlace(chunk: string, next: LinePlace | undefined, top: Level, column: number): LinePlace {
  return next && isInside(next, top)
    ? next
    : { column: top.column + (stepOf(chunk) ?? column - top.column), dash: 'none' };
}

/** Whether an entry below a key or dash is its value. */
function isInside({ column, dash }: LinePlace, { column: above, kind }: Level): boolean {
  return column > above || (column === above && kind === 'mapping' && dash === 'missing');
}

/** The entry that follows below the line of the cursor. */
function nextEntry({ chunk, start, lineStart, line }: CursorText): LinePlace | undefined {
  for (let at = lineStart - start + line.length; at < chunk.length;) {
    const from = nextLine(chunk, at);
    at = endOfLine(chunk, from);
    const below = chunk.slice(from, at);
    if (isBlankOrComment(below)) continue;
    const column = columnOfContent(below);
    return { column, dash: /^-(\s|$)/.test(below.slice(column)) ? 'missing' : 'none' };
  }
  return undefined;
}

/** How deep the first field inside of another one is. */
function stepOf(chunk: string): number | undefined {
  return /^[^\s#-].*:[ \t]*\r?\n( +)[^\s#-]/m.exec(chunk)?.[1]!.length;
}
