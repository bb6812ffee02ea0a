import { Char } from '../../chars.js';
import { Style } from '../../tree/tree.js';
import { scanBlock } from '../block.js';
import { Cursor } from '../cursor.js';
import type { NodeHandler } from '../node-handler.js';
import { scanQuoted } from '../quoted.js';
import { ReadError } from '../read-error.js';
import { EverydayFlow } from './flow.js';
import { isBlankOrBreak, plainEnd, quotedEnd, restOfLine, skipSpaces, startsPlain, uncommon, unknown } from './line.js';

/** Longer ones are for the other reader: go-yaml gives up on keys of more than 1024 characters. */
const longestKey = 1000;
/** Deeper documents are for the other reader, which knows the limit. */
const mostLevels = 500;

/** A list whose dashes stand at the column of the key that holds it has no column of its own. */
const Kind = { mapping: 0, sequence: 1, indentlessSequence: 2 } as const;

/**
 * Reads the part of YAML that nearly all manifests are written in, in one pass over the lines and without tokens: block
 * mappings and lists of scalars that stand on one line, literal and folded text, lists in brackets on one line. It tells
 * the handler what the reader of the whole grammar (parser.ts) would tell. At the first thing that it does not know for
 * certain it gives up and returns false; then what the handler was told counts for nothing.
 *
 * This is the road that speed needs: tests hold that both readers tell the same of every text.
 */
export function readEveryday(stream: string, start: number, end: number, builder: NodeHandler): boolean {
  const text = stream.slice(start, end);
  if (uncommon.test(text)) return false;
  try {
    return new EverydayReader(text.endsWith('\n') ? `${text}\0` : `${text}\n\0`, start, builder).read();
  } catch (error) {
    if (error instanceof ReadError) return false;
    throw error;
  }
}

class EverydayReader {
  private readonly cursor: Cursor;
  private readonly flow: EverydayFlow;
  /** Of the open block collections, from the outermost in. */
  private readonly columns: number[] = [];
  private readonly kinds: number[] = [];
  private depth = 0;
  /** Where an absent value would stand: behind a colon or dash that has nothing on its line. */
  private waiting: number = unknown;
  private hasRoot = false;

  constructor(
    private readonly text: string,
    private readonly base: number,
    private readonly builder: NodeHandler,
  ) {
    this.cursor = new Cursor(text);
    this.flow = new EverydayFlow(text, base, builder);
  }

  read(): boolean {
    const { text } = this;
    let line = this.behindSeparator();
    while (line !== unknown) {
      const at = skipSpaces(text, line);
      const code = text.charCodeAt(at);
      if (code === Char.nul) return this.finish();
      if (code === Char.lineFeed) line = at + 1;
      else if (code === Char.hash) line = text.indexOf('\n', at) + 1;
      else line = this.readLine(at, at - line);
    }
    return false;
  }

  /** The document may begin with its separator. */
  private behindSeparator(): number {
    return this.text.startsWith('---\n') ? 4 : 0;
  }

  /** What is still open ends where the text does; a document of one scalar is left to the other reader. */
  private finish(): boolean {
    this.tellAbsent();
    for (; this.depth > 0; this.depth--) this.builder.close();
    return true;
  }

  /** Returns the start of the next line. */
  private readLine(at: number, column: number): number {
    if (column === 0 && this.isIndicator(at)) return unknown;
    const isItem = this.text.charCodeAt(at) === Char.dash && isBlankOrBreak(this.text.charCodeAt(at + 1));
    if (!this.closeDeeper(column, isItem)) return unknown;
    return isItem ? this.readItem(at, column) : this.readEntryAt(at, column);
  }

  private isIndicator(at: number): boolean {
    return this.text.startsWith('---', at) || this.text.startsWith('...', at);
  }

  /** Closes what the line is too far out for; false where it stands in no collection's column. */
  private closeDeeper(column: number, isItem: boolean): boolean {
    if (this.waiting !== unknown) {
      const around = this.columnOf(this.depth - 1);
      if (column > around || (column === around && isItem && this.kinds[this.depth - 1] === Kind.mapping)) return true;
      this.tellAbsent();
    }
    while (this.depth > 0 && this.isOver(this.depth - 1, column, isItem)) {
      this.builder.close();
      this.depth--;
    }
    return this.depth === 0 ? !this.hasRoot : this.columns[this.depth - 1] === column;
  }

  private isOver(level: number, column: number, isItem: boolean): boolean {
    const own = this.columns[level]!;
    return own > column || (own === column && !isItem && this.kinds[level] === Kind.indentlessSequence);
  }

  private columnOf(level: number): number {
    return level < 0 ? unknown : this.columns[level]!;
  }

  private tellAbsent(): void {
    if (this.waiting === unknown) return;
    this.builder.scalar(this.base + this.waiting, this.base + this.waiting, Style.plain, '');
    this.waiting = unknown;
  }

  /** Opens a collection at a place where a node is waited for. */
  private open(kind: number, at: number, column: number): boolean {
    if (this.depth === mostLevels) return false;
    if (kind === Kind.mapping) this.builder.openMapping(this.base + at, Style.block);
    else this.builder.openSequence(this.base + at, Style.block);
    this.columns[this.depth] = column;
    this.kinds[this.depth] = kind;
    this.depth++;
    this.hasRoot = true;
    this.waiting = unknown;
    return true;
  }

  /** Whether a node may begin here that the collection around it does not know yet. */
  private get isNodeDue(): boolean {
    return this.waiting !== unknown || !this.hasRoot;
  }

  private readItem(at: number, column: number): number {
    if (this.isNodeDue) {
      const isIndentless = column === this.columnOf(this.depth - 1);
      if (!this.open(isIndentless ? Kind.indentlessSequence : Kind.sequence, at, column)) return unknown;
    } else if (this.kinds[this.depth - 1] === Kind.mapping) return unknown;
    return this.readItemValue(at, column);
  }

  private readItemValue(dash: number, column: number): number {
    const { text } = this;
    const at = skipSpaces(text, dash + 1);
    const end = restOfLine(text, dash + 1);
    if (end !== unknown) {
      this.waiting = dash + 1;
      return end + 1;
    }
    const own = column + at - dash;
    if (text.charCodeAt(at) === Char.dash && isBlankOrBreak(text.charCodeAt(at + 1)))
      return this.open(Kind.sequence, at, own) ? this.readItemValue(at, own) : unknown;
    return this.isKey(at) ? this.readFirstEntry(at, own) : this.readValue(at);
  }

  private readFirstEntry(at: number, column: number): number {
    return this.open(Kind.mapping, at, column) ? this.readEntry(at) : unknown;
  }

  /** A line that is no item. */
  private readEntryAt(at: number, column: number): number {
    if (this.isNodeDue) return this.isKey(at) ? this.readFirstEntry(at, column) : unknown;
    return this.kinds[this.depth - 1] === Kind.mapping ? this.readEntry(at) : unknown;
  }

  /** Whether what starts here ends with a colon. */
  private isKey(at: number): boolean {
    const end = this.keyEnd(at);
    return end !== unknown && this.colonBehind(end) !== unknown;
  }

  private keyEnd(at: number): number {
    const { text } = this;
    const code = text.charCodeAt(at);
    if (code === Char.doubleQuote || code === Char.singleQuote) return quotedEnd(text, at);
    return startsPlain(text, at) ? plainEnd(text, at) : unknown;
  }

  private colonBehind(end: number): number {
    const at = skipSpaces(this.text, end);
    return this.text.charCodeAt(at) === Char.colon && isBlankOrBreak(this.text.charCodeAt(at + 1)) ? at : unknown;
  }

  /** A key, its colon, and its value if that begins on the same line. */
  private readEntry(at: number): number {
    const end = this.keyEnd(at);
    if (end === unknown || end - at > longestKey) return unknown;
    const colon = this.colonBehind(end);
    if (colon === unknown) return unknown;
    this.tellScalar(at, end);
    const lineEnd = restOfLine(this.text, colon + 1);
    if (lineEnd === unknown) return this.readValue(skipSpaces(this.text, colon + 1));
    this.waiting = colon + 1;
    return lineEnd + 1;
  }

  private tellScalar(start: number, end: number): void {
    const { text, base, builder } = this;
    const code = text.charCodeAt(start);
    if (code === Char.doubleQuote)
      builder.scalar(base + start, base + end, Style.double, text.slice(start + 1, end - 1));
    else if (code === Char.singleQuote)
      builder.scalar(base + start, base + end, Style.single, text.slice(start + 1, end - 1));
    else builder.scalar(base + start, base + end, Style.plain);
  }

  /** A value that begins behind a colon or a dash. Returns the start of the next line. */
  private readValue(at: number): number {
    switch (this.text.charCodeAt(at)) {
      case Char.doubleQuote:
      case Char.singleQuote:
        return this.readQuoted(at);
      case Char.openBracket:
      case Char.openBrace:
        return this.nextLine(this.flow.read(at));
      case Char.pipe:
      case Char.greater:
        return this.readBlock(at);
      default:
        return this.readPlain(at);
    }
  }

  private readPlain(at: number): number {
    if (!startsPlain(this.text, at)) return unknown;
    const end = plainEnd(this.text, at);
    this.tellScalar(at, end);
    return this.nextLine(end);
  }

  private readQuoted(at: number): number {
    const end = quotedEnd(this.text, at);
    if (end === unknown) return this.readEscaped(at);
    this.tellScalar(at, end);
    return this.nextLine(end);
  }

  private readEscaped(at: number): number {
    const { cursor, base, text } = this;
    cursor.pos = at;
    cursor.lineStart = 0;
    const { start, end, cooked } = scanQuoted(cursor);
    if (cursor.lineStart !== 0) return unknown;
    this.builder.scalar(
      base + start,
      base + end,
      text.charCodeAt(at) === Char.doubleQuote ? Style.double : Style.single,
      cooked,
    );
    return this.nextLine(end);
  }

  private readBlock(at: number): number {
    const { cursor, base, text } = this;
    cursor.pos = at;
    cursor.lineStart = text.lastIndexOf('\n', at) + 1;
    const { start, end, cooked } = scanBlock(cursor, this.columnOf(this.depth - 1));
    this.builder.scalar(
      base + start,
      base + end,
      text.charCodeAt(at) === Char.pipe ? Style.literal : Style.folded,
      cooked,
    );
    return cursor.lineStart;
  }

  /** Nothing but a comment may follow a value on its line. */
  private nextLine(end: number): number {
    const lineEnd = end === unknown ? unknown : restOfLine(this.text, end);
    return lineEnd === unknown ? unknown : lineEnd + 1;
  }
}
