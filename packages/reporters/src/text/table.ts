import { largest } from '@podlint/plain';
import { columnsOf } from './columns.js';

export interface Column {
  readonly align: 'left' | 'right';
  /** Cut where the line is too wide for the terminal; of one column at most. */
  readonly mayBeCut?: true;
}

const gap = '  ';
/** Less of a text says nothing. */
const leastShown = 12;

/** Rows with their cells below each other; numbers line up. Cells have no colours. */
export function tableLines(
  columns: readonly Column[],
  rows: readonly (readonly string[])[],
  width: number | undefined,
): string[] {
  const widths = columns.map((_, index) => Math.max(0, largest(rows.map((row) => columnsOf(row[index] ?? '')))));
  const whole = widths.reduce((sum, one) => sum + one, 0) + gap.length * (columns.length - 1);
  const cut = width === undefined ? -1 : columns.findIndex(({ mayBeCut }) => mayBeCut);
  if (width !== undefined && cut >= 0 && whole > width) widths[cut] = Math.max(0, (widths[cut] ?? 0) - (whole - width));
  return rows.map((row) =>
    columns
      .flatMap(({ align, mayBeCut }, index) => {
        const columnWidth = widths[index] ?? 0;
        if (mayBeCut && columnWidth < leastShown && index === cut) return [];
        const text = mayBeCut ? shortened(row[index] ?? '', columnWidth) : (row[index] ?? '');
        const padding = ' '.repeat(Math.max(0, columnWidth - columnsOf(text)));
        return align === 'left' ? text + padding : padding + text;
      })
      .join(gap)
      .trimEnd(),
  );
}

/** Ends at a blank, with a mark behind it. */
function shortened(text: string, width: number): string {
  if (columnsOf(text) <= width) return text;
  let shown = '';
  for (const word of text.split(' ')) {
    const longer = shown === '' ? word : `${shown} ${word}`;
    if (columnsOf(longer) + 1 > width) break;
    shown = longer;
  }
  return `${shown}…`;
}
