/** A part of a page. */
export type Block =
  | { readonly kind: 'heading' | 'paragraph'; readonly text: string }
  | { readonly kind: 'code'; readonly lines: readonly string[] }
  | { readonly kind: 'items'; readonly items: readonly { readonly mark: string; readonly text: string }[] }
  | { readonly kind: 'table'; readonly rows: readonly (readonly string[])[] };

/** The blocks of a page. Knows the Markdown that the pages of podlint are written in, and takes the rest for text. */
export function blocksOf(markdown: string): Block[] {
  const blocks: Block[] = [];
  const lines = markdown.split('\n').filter((line) => !/^<!--.*-->$/.test(line));
  for (let at = 0; at < lines.length;) {
    const line = lines[at] ?? '';
    if (line.trim() === '') at++;
    else {
      const { block, end } = blockAt(lines, at);
      blocks.push(block);
      at = end;
    }
  }
  return blocks;
}

function blockAt(lines: readonly string[], at: number): { readonly block: Block; readonly end: number } {
  const line = lines[at] ?? '';
  const heading = /^#+ ([^]*)$/.exec(line)?.[1]?.trim();
  if (heading !== undefined) return { block: { kind: 'heading', text: heading }, end: at + 1 };
  if (line.startsWith('```')) {
    const end = endOf(lines, at + 1, (other) => other.startsWith('```'));
    return { block: { kind: 'code', lines: lines.slice(at + 1, end) }, end: end + 1 };
  }
  const end = endOf(lines, at, (other) => other.trim() === '' || other.startsWith('```') || other.startsWith('#'));
  const part = lines.slice(at, end);
  if (part.every((other) => other.startsWith('|'))) return { block: { kind: 'table', rows: rowsOf(part) }, end };
  if (itemMark.test(line)) return { block: { kind: 'items', items: itemsOf(part) }, end };
  return { block: { kind: 'paragraph', text: part.map((other) => other.trim()).join(' ') }, end };
}

function endOf(lines: readonly string[], from: number, isEnd: (line: string) => boolean): number {
  const end = lines.slice(from).findIndex(isEnd);
  return end < 0 ? lines.length : from + end;
}

const itemMark = /^(?:[-*]|\d+\.) /;

function itemsOf(lines: readonly string[]): { mark: string; text: string }[] {
  const items: { mark: string; text: string }[] = [];
  for (const line of lines) {
    const mark = itemMark.exec(line)?.[0].trim();
    const last = items.at(-1);
    if (mark !== undefined) items.push({ mark, text: line.slice(mark.length + 1) });
    else if (last) last.text += ` ${line.trim()}`;
  }
  return items;
}

/** Without the line below the headings. */
function rowsOf(lines: readonly string[]): string[][] {
  return lines
    .filter((line) => !/^\|[\s:|-]+\|$/.test(line))
    .map((line) =>
      line
        .replace(/^\||\|$/g, '')
        .split('|')
        .map((cell) => cell.trim()),
    );
}
