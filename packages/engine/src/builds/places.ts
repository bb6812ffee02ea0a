import { LineIndex } from '../documents/positions.js';
import type { PositionRange } from '../documents/position.js';
import type { OwnFile, SetAt } from './hook.js';

/** The word that something begins with. */
const word = /[^\s:,[\]{}]+/y;

/** Lines and columns in the files of a run. */
export class Places {
  private readonly lines = new Map<string, LineIndex>();

  constructor(private readonly files: ReadonlyMap<string, OwnFile>) {}

  rangeOf({ file, start, end, extent }: SetAt): PositionRange {
    const text = this.textOf(file);
    word.lastIndex = start;
    const length = extent === 'start' ? (word.exec(text)?.[0].length ?? 0) : end - start;
    return this.linesOf(file, text).range({ start, end: start + length });
  }

  /** Which of the objects of a file stands there. */
  positionOf(file: string, line: number): number {
    const objects = this.files.get(file)?.file.objects ?? [];
    const last = objects.findLastIndex(({ entry }) => entry.line <= line);
    return Math.max(last, 0);
  }

  /** Whether anything of a file is reported. */
  isConcerned(file: string): boolean {
    return this.files.get(file)?.isConcerned ?? false;
  }

  private textOf(file: string): string {
    const source = this.files.get(file)?.source;
    return source && 'text' in source ? source.text : '';
  }

  private linesOf(file: string, text: string): LineIndex {
    let lines = this.lines.get(file);
    if (!lines) this.lines.set(file, (lines = new LineIndex(text)));
    return lines;
  }
}
