import { ColonSearch, columnOfContent, isBlankOrComment, startsBlockScalar } from './line.js';
import { InlineScanner } from './inline-scanner.js';

/** A block collection that lines further down can still add to. */
export interface Level {
  readonly column: number;
  readonly kind: 'mapping' | 'sequence';
  /** Whether its last entry has a key or a dash and no value yet. */
  open: boolean;
}

/**
 * Reads the lines of a document one after the other, as far as a cursor, and knows which collections are open there. It
 * takes any text:
 * what makes no sense is passed over, as somebody is in the middle of writing it.
 */
export class Outline {
  /** From the outermost inwards. */
  readonly levels: Level[] = [];
  readonly inline = new InlineScanner();
  /** Of a line that holds a single word: its column. */
  word: number | undefined;
  /** Of a line with a key: the column of the first. */
  field: number | undefined;
  /** The column that lines of a block scalar are deeper than. */
  private blockScalar: number | undefined;

  /** `line` without its break. */
  add(line: string): void {
    this.word = undefined;
    this.field = undefined;
    if (this.inline.isOpen && !this.inline.endsBefore(line)) {
      this.inline.scan(line);
      return;
    }
    this.inline.reset();
    if (this.isInBlockScalar(line)) return;
    this.blockScalar = undefined;
    if (!isBlankOrComment(line)) this.addEntries(line);
  }

  /**
   * Whether a line that follows belongs to a text in `|` or `>` style. A blank one does if the cursor is as deep as
   * such a text has to be.
   */
  isInBlockScalar(line: string, cursorColumn?: number): boolean {
    if (this.blockScalar === undefined) return false;
    const column = columnOfContent(line);
    return column === line.length ? (cursorColumn ?? Infinity) > this.blockScalar : column > this.blockScalar;
  }

  private addEntries(line: string): void {
    let column = columnOfContent(line);
    this.closeDeeperThan(column, line[column] === '-' && /\s|^$/.test(line[column + 1] ?? ''));
    while (line[column] === '-' && /\s|^$/.test(line[column + 1] ?? '')) {
      const dash = column;
      column += 1 + columnOfContent(line.slice(dash + 1));
      const rest = line.slice(column);
      this.enter(dash, 'sequence', isBlankOrComment(rest));
      if (startsBlockScalar(rest)) this.blockScalar = dash;
    }
    if (!isBlankOrComment(line.slice(column))) this.addField(line, column);
  }

  private addField(line: string, column: number): void {
    const content = line.slice(column);
    const colon = new ColonSearch(content).find();
    if (colon === undefined) {
      if (/^[\w./-]+\s*$/.test(content) && columnOfContent(line) === column) this.word = column;
      this.inline.scan(content, column);
      return;
    }
    this.field = column;
    const rest = content.slice(colon + 1).trimStart();
    this.enter(column, 'mapping', isBlankOrComment(rest) || /^[&!]\S*(?:\s+(?:#|$)|$)/.test(rest));
    if (startsBlockScalar(rest)) this.blockScalar = column;
    else this.inline.scan(content.slice(colon + 1), column);
  }

  private closeDeeperThan(column: number, isDash: boolean): void {
    const { levels } = this;
    while (
      levels.length > 0 &&
      (levels.at(-1)!.column > column ||
        (levels.at(-1)!.column === column && levels.at(-1)!.kind === 'sequence' && !isDash))
    )
      levels.pop();
  }

  private enter(column: number, kind: Level['kind'], open: boolean): void {
    const top = this.levels.at(-1);
    if (top?.column === column && top.kind === kind) {
      top.open = open;
      return;
    }
    if (top) top.open = false;
    this.levels.push({ column, kind, open });
  }
}
