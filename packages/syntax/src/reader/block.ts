import { Char, isBlank, isBreak, isDigit } from '../chars.js';
import type { Cursor } from './cursor.js';
import type { ScannedScalar } from './folding.js';
import { ReadError } from './read-error.js';

type Chomping = 'clip' | 'strip' | 'keep';

/**
 * Reads a literal or folded scalar; the cursor stands on its indicator (scannerc.go, yaml_parser_scan_block_scalar).
 * `parentIndent`: the column of the collection around it, -1 for none.
 */
export function scanBlock(cursor: Cursor, parentIndent: number): ScannedScalar {
  return new BlockScanner(cursor, parentIndent).scan();
}

class BlockScanner {
  private readonly start: number;
  private readonly isFolded: boolean;
  private chomping: Chomping = 'clip';
  /** Column of the content; 0 until the first line with something on it shows it. */
  private indent = 0;
  private end: number;

  constructor(
    private readonly cursor: Cursor,
    private readonly parentIndent: number,
  ) {
    this.start = cursor.pos;
    this.isFolded = cursor.code() === Char.greater;
    cursor.pos++;
    this.end = cursor.pos;
  }

  scan(): ScannedScalar {
    this.takeHeader();
    const cooked = this.takeContent();
    return { start: this.start, end: this.end, cooked };
  }

  private takeHeader(): void {
    const { cursor } = this;
    if (!this.takeChomping()) {
      this.takeIndentation();
      this.takeChomping();
    } else this.takeIndentation();
    this.end = cursor.pos;
    cursor.skipBlanks();
    if (cursor.code() === Char.hash) cursor.skipToBreak();
    if (isBreak(cursor.code())) cursor.takeBreak();
    else if (cursor.code() !== Char.nul) throw new ReadError('block-header', cursor.pos, cursor.pos + 1, this.start);
  }

  private takeChomping(): boolean {
    const code = this.cursor.code();
    if (code !== Char.plus && code !== Char.dash) return false;
    this.chomping = code === Char.plus ? 'keep' : 'strip';
    this.cursor.pos++;
    return true;
  }

  private takeIndentation(): void {
    const { cursor, parentIndent } = this;
    const code = cursor.code();
    if (!isDigit(code)) return;
    if (code === Char.zero) throw new ReadError('block-header', cursor.pos, cursor.pos + 1, this.start);
    this.indent = Math.max(parentIndent, 0) + code - Char.zero;
    cursor.pos++;
  }

  private takeContent(): string {
    const { cursor } = this;
    let content = '';
    let lastBreak = '';
    let wasIndented = false;
    let emptyLines = this.takeEmptyLines();
    while (cursor.column === this.indent && cursor.code() !== Char.nul) {
      const isIndented = isBlank(cursor.code());
      const folds = this.isFolded && !wasIndented && !isIndented && lastBreak === '\n';
      if (!folds) content += lastBreak;
      else if (emptyLines === '') content += ' ';
      wasIndented = isIndented;
      content += emptyLines + this.takeLine();
      lastBreak = isBreak(cursor.code()) ? cursor.takeBreak() : '';
      emptyLines = this.takeEmptyLines();
    }
    if (this.chomping === 'strip') return content;
    return this.chomping === 'keep' ? content + lastBreak + emptyLines : content + lastBreak;
  }

  private takeLine(): string {
    const { cursor } = this;
    const lineStart = cursor.pos;
    cursor.skipToBreak();
    this.end = cursor.pos;
    return cursor.text.slice(lineStart, cursor.pos);
  }

  /** Indentation and lines that hold nothing else. The first other line shows how far the content is indented. */
  private takeEmptyLines(): string {
    const { cursor } = this;
    let breaks = '';
    let widest = 0;
    for (;;) {
      this.skipIndentation();
      widest = Math.max(widest, cursor.column);
      if (!isBreak(cursor.code())) break;
      if (this.chomping === 'keep') this.end = cursor.pos;
      breaks += cursor.takeBreak();
    }
    if (this.indent === 0) this.indent = Math.max(widest, this.parentIndent + 1, 1);
    return breaks;
  }

  private skipIndentation(): void {
    const { cursor, indent } = this;
    while ((indent === 0 || cursor.column < indent) && cursor.code() === Char.space) cursor.pos++;
    if ((indent === 0 || cursor.column < indent) && cursor.code() === Char.tab)
      throw new ReadError('tab-in-scalar', cursor.pos, cursor.pos + 1, this.start);
  }
}
