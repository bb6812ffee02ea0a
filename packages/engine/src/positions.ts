import type { Range } from '@podlint/syntax';
import type { Position, PositionRange } from './report.js';

/** Turns offsets into lines and columns. A line ends with LF, CRLF or a lone CR, as editors count. */
export class LineIndex {
  private readonly starts: number[] = [0];

  constructor(text: string) {
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
    return { line: line + 1, column: offset - this.starts[line]! + 1, offset };
  }

  range(range: Range): PositionRange {
    return { start: this.position(range.start), end: this.position(range.end) };
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
