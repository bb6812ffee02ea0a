import type { Chart, Mark, MarkKind, Row } from './chart.js';
import { type Scale, lengthOf, position } from './scale.js';
import type { Symbols } from './symbols.js';

/** One column of a drawn row. */
export interface Cell {
  readonly symbol: string;
  /** What it belongs to; `guide`: the line of the startup time; undefined: nothing. */
  readonly kind: MarkKind | 'guide' | undefined;
}

/** A row as wide as the axis and the tick after it; the startup time goes through it as far as that hides nothing. */
export function drawRow({ marks }: Row, { answers, scale }: Chart, symbols: Symbols): Cell[] {
  const width = lengthOf(scale) + 1;
  const cells = Array.from({ length: width }, (): Cell => ({ symbol: ' ', kind: undefined }));
  for (const mark of marks) drawMark(cells, mark, scale, symbols);
  const guide = answers === undefined ? -1 : position(scale, answers);
  if (guide >= 0 && isCrossable(cells[guide], symbols)) cells[guide] = { symbol: symbols.guide, kind: 'guide' };
  return cells;
}

const crossable: readonly Cell['kind'][] = [undefined, 'held', 'attempt', 'deciding', 'running'];

function isCrossable(cell: Cell | undefined, { fill }: Symbols): boolean {
  return (
    cell !== undefined &&
    crossable.includes(cell.kind) &&
    (cell.kind === undefined || cell.kind === 'guide' || cell.symbol === fill[cell.kind])
  );
}

function drawMark(cells: Cell[], mark: Mark, scale: Scale, symbols: Symbols): void {
  const { kind } = mark;
  const from = position(scale, mark.from);
  const to = Math.min(position(scale, mark.to), cells.length - 1);
  if (kind === 'attempt' || kind === 'deciding') {
    drawAttempt(cells, mark, from, to, symbols);
    return;
  }
  if (mark.from === mark.to && kind !== 'grace') {
    put(cells, from, symbols.moment, kind);
    return;
  }
  for (let column = from; column < Math.max(to, from + 1); column++) put(cells, column, symbols.fill[kind], kind);
  if (mark.to > scale.tick * scale.ticks) put(cells, cells.length - 1, symbols.beyond, kind);
}

/** From edge to edge, which an attempt shares with the next, the number in the middle if there is room. */
function drawAttempt(cells: Cell[], { kind, label }: Mark, from: number, to: number, symbols: Symbols): void {
  for (let column = from + 1; column < to; column++) put(cells, column, symbols.fill[kind], kind);
  put(cells, from, cells[from]?.kind === 'attempt' ? symbols.edge.between : symbols.edge.open, kind);
  put(cells, to, symbols.edge.close, kind);
  if (label === undefined || to - from - 1 < label.length) return;
  const start = from + Math.ceil((to - from - label.length) / 2);
  Array.from(label).forEach((digit, index) => put(cells, start + index, digit, kind));
}

function put(cells: Cell[], column: number, symbol: string, kind: MarkKind): void {
  if (column >= 0 && column < cells.length) cells[column] = { symbol, kind };
}
