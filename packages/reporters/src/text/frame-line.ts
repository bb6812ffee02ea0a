import { columnsOf, graphemesOf, isAscii } from './columns.js';
import { visible } from '../sanitize.js';

/** What one character of a source line looks like in a terminal. */
interface Cell {
  readonly text: string;
  /** Columns it takes. */
  readonly width: number;
  /** Where its character is in the source line, in UTF-16 units; `end` is exclusive. */
  readonly start: number;
  readonly end: number;
}

/** A source line as it is shown, and where the mark below it goes. */
export interface FrameLine {
  readonly text: string;
  /** Columns before the mark. */
  readonly indent: number;
  /** Columns of the mark. */
  readonly length: number;
}

const tabStop = 4;

/**
 * Lays out a source line so that a mark can be put under a part of it: tabs are drawn, wide characters measured, and a
 * line too long is cut around the mark.
 * @param start of the part, in UTF-16 units; `end` is exclusive
 * @param maximum columns
 */
export function layOut(
  line: string,
  { start, end }: { readonly start: number; readonly end: number },
  maximum: number,
): FrameLine {
  const skipped = line.length > 8 * maximum ? Math.max(0, start - 4 * maximum) : 0;
  return layOutNearby(
    line.slice(skipped, skipped + 8 * maximum),
    { start: start - skipped, end: end - skipped },
    maximum,
  );
}

/** As layOut, for a line short enough to look at every character of it. */
function layOutNearby(
  line: string,
  { start, end }: { readonly start: number; readonly end: number },
  maximum: number,
): FrameLine {
  if (isAscii(line)) return plainLine(line, { start, end }, maximum);
  const cells = cellsOf(line);
  const first = countWhile(cells, (cell) => cell.end <= start);
  const last = countWhile(cells, (cell) => cell.start < end);
  return crop(cells, first, Math.max(first, last), maximum);
}

/** A line that is shown as it is written, each character in a column. */
function plainLine(line: string, mark: { readonly start: number; readonly end: number }, maximum: number): FrameLine {
  const start = Math.min(mark.start, line.length);
  const end = Math.max(start, Math.min(mark.end, line.length));
  if (line.length <= maximum) return { text: line, indent: start, length: Math.max(1, end - start) };
  const left = leftOf(start, maximum);
  const right = Math.min(line.length, left + maximum - 2);
  const [before, after] = [left > 0 ? '…' : '', right < line.length ? '…' : ''];
  return {
    text: `${before}${line.slice(left, right)}${after}`,
    indent: before.length + start - left,
    length: Math.max(1, Math.min(end, right) - start),
  };
}

/** Columns of a line that are left out before a mark that is so far in it. */
function leftOf(lead: number, maximum: number): number {
  return lead < maximum / 2 ? 0 : lead - Math.floor(maximum / 3);
}

function cellsOf(line: string): Cell[] {
  const cells: Cell[] = [];
  let column = 0;
  for (const { segment, index } of graphemesOf(line)) {
    const text = segment === '\t' ? drawnTab(column) : visible(segment);
    const width = columnsOf(text);
    cells.push({ text, width, start: index, end: index + segment.length });
    column += width;
  }
  return cells;
}

function drawnTab(column: number): string {
  return '→'.padEnd(tabStop - (column % tabStop), ' ');
}

/** Keeps the start of the line where the mark allows it, and the mark's own start in any case. */
function crop(cells: readonly Cell[], first: number, last: number, maximum: number): FrameLine {
  if (widthOf(cells) <= maximum) return frameLine('', cells, first, last, '');
  const lead = widthOf(cells.slice(0, first));
  const left = countWithin(cells, leftOf(lead, maximum));
  const shown = countWithin(cells.slice(left), maximum - 2);
  const right = left + shown;
  return frameLine(
    left > 0 ? '…' : '',
    cells.slice(left, right),
    first - left,
    Math.min(last, right) - left,
    right < cells.length ? '…' : '',
  );
}

function frameLine(before: string, cells: readonly Cell[], first: number, last: number, after: string): FrameLine {
  return {
    text: `${before}${cells.map((cell) => cell.text).join('')}${after}`,
    indent: before.length + widthOf(cells.slice(0, first)),
    length: Math.max(1, widthOf(cells.slice(first, last))),
  };
}

function widthOf(cells: readonly Cell[]): number {
  return cells.reduce((sum, cell) => sum + cell.width, 0);
}

/** How many cells fit in so many columns. */
function countWithin(cells: readonly Cell[], columns: number): number {
  let used = 0;
  return countWhile(cells, (cell) => (used += cell.width) <= columns);
}

function countWhile(cells: readonly Cell[], holds: (cell: Cell) => boolean): number {
  const index = cells.findIndex((cell) => !holds(cell));
  return index === -1 ? cells.length : index;
}
