/** A stream, or a part of it. */
export interface StreamText {
  readonly text: string;
  /** How many lines of the stream end before an offset of the text. */
  linesBefore(offset: number): number;
}

/** Counts on from where it was asked last: what is said of one broken document after the other costs each its own part. */
export class LinesBefore {
  private at = 0;
  private count: number;

  /** `before`: the lines of the stream before the text. */
  constructor(
    private readonly text: string,
    private readonly before: number,
  ) {
    this.count = before;
  }

  of(offset: number): number {
    if (offset < this.at) [this.at, this.count] = [0, this.before];
    this.count += startsAfterBreaks(this.text, this.at, offset).length;
    this.at = offset;
    return this.count;
  }
}

/** `text` may have other characters than the stream in places, but the same lines. */
export function streamOf(text: string, lines: LinesBefore): StreamText {
  return { text, linesBefore: (offset) => lines.of(offset) };
}

/** A line ends with LF, CRLF or a lone CR, as editors count. */
export function startsAfterBreaks(text: string, from: number, to: number): number[] {
  const starts: number[] = [];
  for (const { index, 0: ending } of text.slice(from, to).matchAll(/\r\n?|\n/g))
    starts.push(from + index + ending.length);
  return starts;
}

/**
 * The line break that a text uses. A carriage return alone breaks lines for YAML, but parts no documents: where there is
 * any other break, it is not the one.
 */
export function breakOf(text: string): string {
  const feed = text.indexOf('\n');
  if (feed >= 0) return text[feed - 1] === '\r' ? '\r\n' : '\n';
  return text.includes('\r') ? '\r' : '\n';
}
