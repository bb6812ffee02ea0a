import { ColonSearch, columnOfContent } from './line.js';
import { narrowed } from './narrow.js';
import { Outline, type Level } from './outline.js';

/** The text around a cursor, as far as it matters: its document, what is open above it, and its own line. */
export interface CursorText {
  /** Where the document starts in the file, and its text; of a large list as much of it as decides about the cursor. */
  readonly start: number;
  readonly chunk: string;
  /** Of the cursor's line, in the file. */
  readonly lineStart: number;
  readonly line: string;
  /** Of the cursor in its line. */
  readonly column: number;
  /** `comment` and `block-scalar`: nothing is read there. */
  readonly lexical: 'text' | 'comment' | 'block-scalar';
  /** The brackets that are open at the cursor, the outermost first. */
  readonly brackets: string;
  /** The collections that are open above the line, the outermost first. */
  readonly levels: readonly Level[];
}

/** Undefined on a line that separates documents. */
export function cursorTextAt(text: string, offset: number): CursorText | undefined {
  const lineStart = startOfLine(text, offset);
  const line = text.slice(lineStart, endOfLine(text, offset));
  if (line.startsWith('---')) return undefined;
  const { start, end } = documentRange(text, offset);
  const outline = new Outline();
  for (let at = start; at < lineStart;) {
    const lineEnd = endOfLine(text, at);
    outline.add(text.slice(at, lineEnd));
    at = nextLine(text, lineEnd);
  }
  const column = offset - lineStart;
  const part = narrowed({ start, text: text.slice(start, end) }, outline.levels, lineStart);
  const around = { start: part.start, chunk: part.text, lineStart, line, column, levels: outline.levels };
  if (outline.isInBlockScalar(line, column) || goesOn(outline, text.slice(lineStart + line.length, end)))
    return { ...around, lexical: 'block-scalar', brackets: '' };
  const { inline } = outline;
  if (!inline.isOpen || inline.endsBefore(line)) inline.reset();
  inline.scan(
    inline.isOpen ? line.slice(0, column) : valueBefore(line, column),
    inline.isOpen ? undefined : columnOfContent(line),
  );
  return { ...around, lexical: inline.inComment ? 'comment' : 'text', brackets: inline.brackets };
}

/**
 * Whether the first line with something in it below the cursor's belongs to the text in `|` or `>` style above: then so
 * does the cursor's.
 */
function goesOn(outline: Outline, below: string): boolean {
  const start = below.search(/\S/);
  if (start < 0) return false;
  const [next = ''] = below.slice(startOfLine(below, start)).split(/[\r\n]/, 1);
  return outline.isInBlockScalar(next);
}

/** What stands behind the dashes and the key of a line, up to the cursor: brackets and quotes start there. */
function valueBefore(line: string, column: number): string {
  const before = line.slice(0, column);
  const content = contentStart(before);
  const colon = new ColonSearch(line.slice(content)).find();
  return colon !== undefined && content + colon < column ? before.slice(content + colon + 1) : before.slice(content);
}

/** Behind the blanks and dashes that a line starts with. */
export function contentStart(line: string): number {
  return /^[ \t]*(?:-(?:[ \t]+|$))*/.exec(line)![0].length;
}

/** From behind the separator above to the one below. */
function documentRange(text: string, offset: number): { readonly start: number; readonly end: number } {
  const above = offset === 0 ? -1 : text.lastIndexOf('\n---', offset - 1);
  const separator = above >= 0 ? above + 1 : text.startsWith('---') ? 0 : undefined;
  const below = text.indexOf('\n---', offset);
  return {
    start: separator === undefined ? 0 : nextLine(text, endOfLine(text, separator)),
    end: below < 0 ? text.length : below + 1,
  };
}

function startOfLine(text: string, offset: number): number {
  return offset === 0 ? 0 : Math.max(text.lastIndexOf('\n', offset - 1), text.lastIndexOf('\r', offset - 1)) + 1;
}

export function endOfLine(text: string, offset: number): number {
  let at = offset;
  while (at < text.length && text[at] !== '\n' && text[at] !== '\r') at++;
  return at;
}

export function nextLine(text: string, lineEnd: number): number {
  return text[lineEnd] === '\r' && text[lineEnd + 1] === '\n' ? lineEnd + 2 : Math.min(lineEnd + 1, text.length);
}
