import type { Range } from '@podlint/syntax';
import type { Position, PositionRange } from './position.js';

/** Where a part of a longer text begins, always with a line: how many UTF-16 units and lines stand before it. */
export interface PartStart {
  readonly offset: number;
  readonly lines: number;
}

const textStart: PartStart = { offset: 0, lines: 0 };

/**
 * Turns offsets into lines and columns. A line ends with LF, CRLF or a lone CR, as editors count.
 * Offsets in a part of a longer text become places in all of it.
 */
export class LineIndex {
  private readonly starts: number[] = [0];

  constructor(
    text: string,
    private readonly base: PartStart = textStart,
  ) {
    if (!text.includes('\r')) {
      for (let feed = text.indexOf('\n'); feed >= 0; feed = text.indexOf('\n', feed + 1)) this.starts.push(feed + 1);
      return;
    }
    for (let i = 0; i < text.length; i++) {
      const unit = text.charCodeAt(i);
      if (unit === 10 || (unit === 13 && text.charCodeAt(i + 1) !== 10)) this.starts.push(i + 1);
    }
  }

  position(offset: number): Position {
    const line = this.lineAt(offset);
    return {
      line: this.base.lines + line + 1,
      column: offset - this.starts[line]! + 1,
      offset: this.base.offset + offset,
    };
  }

  range(range: Range): PositionRange {
    return { start: this.position(range.start), end: this.position(range.end) };
  }

  /** What a range of all of the text is in this part of it alone. */
  rangeIn({ start, end }: PositionRange): Range {
    return { start: start.offset - this.base.offset, end: end.offset - this.base.offset };
  }

  /** Where a text goes on behind this one, of so many UTF-16 units, that ends with a line break. */
  behind(length: number): PartStart {
    return { offset: this.base.offset + length, lines: this.base.lines + this.starts.length - 1 };
  }

  /** Index of the last line that starts at or before the offset. */
  private lineAt(offset: number): number {
    let low = 0;
    let high = this.starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.starts[middle]! <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  }
}
