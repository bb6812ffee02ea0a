import type { Range } from '../document.js';
import { startsAfterBreaks, type StreamText } from '../stream-text.js';

/** The lines of one document of a stream. */
export class Lines {
  readonly count: number;
  private readonly starts: number[];
  readonly stream: string;

  constructor(
    private readonly source: StreamText,
    readonly range: Range,
  ) {
    const { text } = source;
    this.stream = text;
    this.starts = [range.start, ...startsAfterBreaks(text, range.start, range.end)];
    if (this.starts.length > 1 && this.starts.at(-1) === range.end) this.starts.pop();
    this.count = this.starts.length;
  }

  /** Index of the line that holds an offset. */
  at(offset: number): number {
    let line = this.count - 1;
    while (line > 0 && this.starts[line]! > offset) line--;
    return line;
  }

  start(line: number): number {
    return this.starts[line]!;
  }

  /** A line's text without its break. */
  content(line: number): string {
    return this.stream
      .slice(this.starts[line], this.starts[line + 1] ?? this.range.end)
      .replace(/(?<![\r\n])[\r\n]+$/, '');
  }

  /** A line's text, without the blanks around it, as a place. */
  contentRange(line: number): Range {
    const content = this.content(line);
    const start = this.start(line) + (content.length - content.trimStart().length);
    return { start, end: Math.max(start, this.start(line) + content.trimEnd().length) };
  }

  /** The number that an editor shows for a line, in the whole stream. */
  number(line: number): number {
    return this.source.linesBefore(this.range.start) + line + 1;
  }

  /** True for lines that hold nothing but blanks or a comment. */
  isBlank(line: number): boolean {
    return /^\s*(?:#.*)?$/.test(this.content(line));
  }

  /** The nearest line above that holds something; undefined at the top. */
  previous(line: number): number | undefined {
    for (let above = line - 1; above >= 0; above--) if (!this.isBlank(above)) return above;
    return undefined;
  }

  /** Columns before the text of a line. */
  indent(line: number): number {
    return /^\s*/.exec(this.content(line))![0].length;
  }

  isItem(line: number): boolean {
    return /^\s*-(?:\s|$)/.test(this.content(line));
  }
}
