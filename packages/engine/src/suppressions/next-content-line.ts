import type { Range } from '@podlint/syntax';
import type { InspectedFile } from '../verdict/inspected.js';

const blankOrComment = /[ \t]*(?:#[^\r\n]*)?(?:\r\n|\r|\n)/y;

/** The lines that comments above them speak of; asked from the bottom of the text up. */
export class NextContentLines {
  /** By where a line begins that has a comment alone: comments may be stacked, and each line is looked at once. */
  private readonly known = new Map<number, number>();

  constructor(private readonly file: InspectedFile) {}

  /** Below a comment; long reasons go on for several lines. */
  below({ start, end }: Range): number {
    const { text } = this.file;
    const own = lineOf(this.file, { start, end });
    let line = own + 1;
    let at = endOfLine(text, end);
    for (;;) {
      const known = this.known.get(at);
      if (known !== undefined) {
        line = known;
        break;
      }
      blankOrComment.lastIndex = at;
      if (!blankOrComment.test(text)) break;
      at = blankOrComment.lastIndex;
      line++;
    }
    const first = startOfLine(text, start);
    if (text.slice(first, start).trim() === '') this.known.set(first, line);
    return line;
  }
}

export function lineOf({ lines }: InspectedFile, { start }: Range): number {
  return lines.position(start).line;
}

export function endOfLine(text: string, offset: number): number {
  const end = /\r\n|\r|\n/g;
  end.lastIndex = offset;
  const found = end.exec(text);
  return found ? found.index + found[0].length : text.length;
}

function startOfLine(text: string, offset: number): number {
  let start = offset;
  while (start > 0 && !/[\r\n]/.test(text.charAt(start - 1))) start--;
  return start;
}
