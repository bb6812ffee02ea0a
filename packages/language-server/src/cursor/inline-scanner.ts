import { ColonSearch, columnOfContent } from './line.js';

/** What closes open brackets, of which the outermost comes first. */
export function closingOf(brackets: string): string {
  return Array.from(brackets, (sign) => (sign === '[' ? ']' : '}'))
    .reverse()
    .join('');
}

/** Follows quotes, brackets and comments through the text of values. */
export class InlineScanner {
  /** The open brackets, the outermost first. */
  brackets = '';
  quote: '"' | "'" | '' = '';
  /** Whether the text scanned last ended in a comment. */
  inComment = false;
  /** The column of the entry in which the first open bracket or quote stands. */
  private startColumn = 0;

  get isOpen(): boolean {
    return this.quote !== '' || this.brackets !== '';
  }

  /** What would close everything that is open. */
  get closing(): string {
    return this.quote + closingOf(this.brackets);
  }

  reset(): void {
    this.brackets = '';
    this.quote = '';
    this.inComment = false;
  }

  /**
   * Whether a line cannot be the rest of what is open: it is a field again, no deeper than the one that was left open.
   * What started with a bracket of its own, as JSON does, goes on.
   */
  endsBefore(line: string): boolean {
    const column = columnOfContent(line);
    if (column > this.startColumn) return false;
    return (
      /^(?:-\s|---|[\w"'])/.test(line.slice(column)) &&
      (line[column] === '-' || new ColonSearch(line.slice(column)).find() !== undefined)
    );
  }

  /** `column`: that of the entry that the text belongs to; without it the text goes on from the line before. */
  scan(text: string, column?: number): void {
    if (column !== undefined && !this.isOpen) this.startColumn = /^[[{]/.test(text) && column === 0 ? -1 : column;
    this.inComment = false;
    for (let i = 0; i < text.length; i++) {
      if (this.quote !== '') i = this.endOfQuote(text, i);
      else if (text[i] === '#' && (i === 0 || /\s/.test(text[i - 1]!))) {
        this.inComment = true;
        return;
      } else this.character(text, i);
    }
  }

  /** The place of the closing quote; the end of the text without one. */
  private endOfQuote(text: string, from: number): number {
    for (let i = from; i < text.length; i++) {
      if (this.quote === '"' && text[i] === '\\') i++;
      else if (text[i] === this.quote) {
        this.quote = '';
        return i;
      }
    }
    return text.length;
  }

  private character(text: string, i: number): void {
    const sign = text[i]!;
    const startsToken = /^$|[\s,[{:]/.test(text.slice(0, i).trimEnd() === '' ? '' : text[i - 1]!);
    if ((sign === '"' || sign === "'") && startsToken) this.quote = sign;
    else if ((sign === '[' || sign === '{') && (startsToken || this.brackets !== '')) this.brackets += sign;
    else if ((sign === ']' || sign === '}') && this.brackets !== '') this.brackets = this.brackets.slice(0, -1);
  }
}
