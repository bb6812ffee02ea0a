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

function tableOf(rows: readonly (readonly string[])[], width: number | undefined): string[] {
  const cells = rows.map((row) => row.map(inlineText));
  const columns = (cells[0] ?? []).map((_, index) => ({
    align: 'left' as const,
    ...(index === (cells[0] ?? []).length - 1 && { mayBeCut: true as const }),
  }));
  return tableLines(columns, cells, width);
}
