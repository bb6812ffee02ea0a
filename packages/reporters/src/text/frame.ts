import type { PositionRange } from '@podlint/engine';
import { layOut } from './frame-line.js';
import type { SourceLines } from './layout.js';
import type { Theme } from './theme.js';

/** Source is cut here where there is no terminal: one-line JSON would bury the rest. */
const widthWithoutTerminal = 160;

export interface FrameStyle {
  readonly theme: Theme;
  /** Colours what the finding is about. */
  readonly mark: (text: string) => string;
  /** Columns to keep within. */
  readonly width?: number | undefined;
  /** Lines to show above and below the place. */
  readonly around: number;
}

/** The lines around a place with the place underlined; of a place of several lines the first. */
export function codeFrame(lines: SourceLines, range: PositionRange, style: FrameStyle): string[] {
  const target = range.start.line;
  if (lines.at(target) === undefined) return [];
  const first = firstShown(lines, target, style.around);
  const last = lastShown(lines, target, style.around);
  const gutter = String(last).length;
  return Array.from({ length: last - first + 1 }, (_, index) => first + index).flatMap((number) => {
    const line = lines.at(number) ?? '';
    return number === target ? markedLine(line, range, gutter, style) : [plainLine(line, number, gutter, style)];
  });
}

/** Blank lines at the edges of a frame say nothing. */
function firstShown(lines: SourceLines, target: number, around: number): number {
  let first = target - around;
  while (first < target && isBlank(lines.at(first))) first++;
  return first;
}

function lastShown(lines: SourceLines, target: number, around: number): number {
  let last = target + around;
  while (last > target && isBlank(lines.at(last))) last--;
  return last;
}

/** A line that is not there is as blank. */
function isBlank(line: string | undefined): boolean {
  return line === undefined || line.trim() === '';
}

function plainLine(line: string, number: number, gutter: number, style: FrameStyle): string {
  const { text } = layOut(line, { start: 0, end: 0 }, columnsFor(gutter, style));
  return style.theme.dim(`${String(number).padStart(gutter)} | ${text}`.trimEnd());
}

function markedLine(line: string, range: PositionRange, gutter: number, style: FrameStyle): string[] {
  const start = range.start.column - 1;
  const end = range.end.line === range.start.line ? range.end.column - 1 : line.trimEnd().length;
  const { text, indent, length } = layOut(line, { start, end }, columnsFor(gutter, style));
  const { dim } = style.theme;
  return [
    `${style.mark(String(range.start.line).padStart(gutter))} ${dim('|')} ${text}`.trimEnd(),
    `${' '.repeat(gutter)} ${dim('|')} ${' '.repeat(indent)}${style.mark('^'.repeat(length))}`,
  ];
}

function columnsFor(gutter: number, style: FrameStyle): number {
  return Math.max(20, (style.width ?? widthWithoutTerminal) - gutter - ' | '.length);
}
