import { columnsOf } from '../text/columns.js';
import { visible } from '../sanitize.js';
import { readableWidth } from '../text/layout.js';
import { createTheme } from '../text/theme.js';
import { blocksOf, type Block } from './blocks.js';
import { inlineText } from './inline.js';
import { hanging, wrap } from '../text/wrap.js';
import { tableLines } from '../text/table.js';

export interface PageOptions {
  readonly colors: 'always' | 'never';
  /** Columns of the terminal; undefined: lines are not wrapped. */
  readonly width?: number | undefined;
}

/** A page in Markdown as a terminal shows it: without marks, wrapped, with code set off. */
export function pageText(markdown: string, options: PageOptions): string {
  const { colors } = options;
  const width = readableWidth(options.width);
  const theme = createTheme(colors);
  const linesOf = (block: Block): string[] => {
    switch (block.kind) {
      case 'heading':
        return [theme.strong(inlineText(block.text))];
      case 'code':
        return block.lines.map((line) => theme.place(`    ${visible(line)}`).trimEnd());
      case 'items':
        return block.items.flatMap(({ mark, text }) =>
          hanging(mark, inlineText(text), width, ' '.repeat(mark.length + 1)),
        );
      case 'table':
        return tableOf(block.rows, width);
      case 'paragraph':
        return width === undefined ? [inlineText(block.text)] : wrap(inlineText(block.text), width);
    }
  };
  return `${blocksOf(markdown)
    .map((block) => linesOf(block).join('\n'))
    .join('\n\n')}\n`;
}

/** In columns where there is room for them, and else a row below the other. */
function tableOf(rows: readonly (readonly string[])[], width: number | undefined): string[] {
  const cells = rows.map((row) => row.map(inlineText));
  const columns = (cells[0] ?? []).map(() => ({ align: 'left' as const }));
  const lines = tableLines(columns, cells, undefined);
  if (width === undefined || lines.every((line) => columnsOf(line) <= width)) return lines;
  return cells
    .slice(1)
    .flatMap(([first = '', ...others]) => wrap(`${first}: ${others.join('; ')}`, width - 2).map(indentMore));
}

function indentMore(line: string, index: number): string {
  return index === 0 ? line : `  ${line}`;
}
