import { Char, isBlankOrEnd, isBreak } from '../chars.js';
import { Style } from '../tree/tree.js';
import { scanBlock } from './block.js';
import { Cursor } from './cursor.js';
import type { ScannedScalar } from './folding.js';
import { Indentation } from './indentation.js';
import { scanPlain } from './plain.js';
import { scanQuoted } from './quoted.js';
import { ReadError } from './read-error.js';
import { SimpleKeys } from './simple-keys.js';
import { scanAnchorName, scanDirective, scanTag } from './tags.js';
import { TokenQueue, TokenType, type SimpleKey, type Token } from './tokens.js';

/** Collections may nest this deep (scannerc.go, max_flow_level). */
const maxFlowLevel = 10_000;

/** Characters below 128 that start something else than a plain scalar. */
const flowSign = 1;
const otherSign = 2;
const signs = new Uint8Array(128);
for (const letter of '[]{},') signs[letter.charCodeAt(0)] = flowSign;
for (const letter of '-?:*&!\'"|>') signs[letter.charCodeAt(0)] = otherSign;

/** Those of them, and others, that start no plain scalar whatever follows. */
const neverPlain = new Set(Array.from(',[]{}#&*!|>\'"%@`', (letter) => letter.charCodeAt(0)));

/**
 * Turns a document into tokens by the rules of go-yaml v2 (scannerc.go), no further ahead than the parser asks:
 * what stands behind the end of a document is never looked at.
 */
export class Scanner {
  private readonly cursor: Cursor;
  private readonly queue = new TokenQueue();
  private readonly keys: SimpleKeys;
  private readonly indentation = new Indentation();
  private flowLevel = 0;
  /** A key may start here: behind the break of a line, an indicator, or inside a flow collection a comma. */
  private keyAllowed = true;
  private isReady = false;
  /** End of the token taken last that stands for something in the text. */
  lastEnd = 0;

  constructor(text: string) {
    this.cursor = new Cursor(text);
    this.keys = new SimpleKeys(this.cursor, this.queue);
  }

  /** The next token, without taking it. */
  peek(): Token {
    if (!this.isReady) {
      while (this.queue.isEmpty || this.keys.isWaitingFor(this.queue.first()!)) this.scanToken();
      this.isReady = true;
    }
    return this.queue.first()!;
  }

  take(): Token {
    const token = this.peek();
    this.queue.drop();
    if (token.type !== TokenType.blockEnd) this.lastEnd = token.end;
    this.isReady = false;
    return token;
  }

  private scanToken(): void {
    this.skipToToken();
    const { cursor } = this;
    this.unroll(cursor.column);
    const code = cursor.code();
    if (code === Char.nul) this.scanEnd();
    else if (cursor.pos === cursor.lineStart && (code === Char.percent || cursor.isAtDocumentIndicator()))
      this.scanAtLineStart(code);
    else if (!this.scanIndicator(code)) this.scanPlainScalar(code);
  }

  /** Tabs separate tokens, but not where a key may start: there they would be indentation. */
  private skipToToken(): void {
    const { cursor } = this;
    for (;;) {
      const tabsCount = this.flowLevel > 0 || !this.keyAllowed;
      for (let code = cursor.code(); code === Char.space || (tabsCount && code === Char.tab); code = cursor.code())
        cursor.pos++;
      if (cursor.code() === Char.hash) cursor.skipToBreak();
      if (!isBreak(cursor.code())) return;
      cursor.takeBreak();
      if (this.flowLevel === 0) this.keyAllowed = true;
    }
  }

  private scanEnd(): void {
    this.unroll(-1);
    this.keys.remove();
    this.keyAllowed = false;
    this.push(TokenType.streamEnd, this.cursor.pos);
  }

  private scanAtLineStart(code: number): void {
    const { cursor } = this;
    const start = cursor.pos;
    this.unroll(-1);
    this.keys.remove();
    this.keyAllowed = false;
    if (code !== Char.percent) {
      cursor.pos += 3;
      this.push(code === Char.dash ? TokenType.documentStart : TokenType.documentEnd, start);
      return;
    }
    const directive = scanDirective(cursor);
    if (directive.name === 'YAML') this.push(TokenType.versionDirective, start, directive.version);
    else this.push(TokenType.tagDirective, start, directive.handle, directive.prefix);
  }

  /** Everything that starts with a sign of its own; false for what can only be a plain scalar. */
  private scanIndicator(code: number): boolean {
    if (code >= 128 || signs[code] === 0) return false;
    return signs[code] === flowSign ? this.scanFlowSign(code) : this.scanSign(code);
  }

  private scanFlowSign(code: number): true {
    switch (code) {
      case Char.openBracket:
        return this.scanFlowStart(TokenType.flowSequenceStart);
      case Char.openBrace:
        return this.scanFlowStart(TokenType.flowMappingStart);
      case Char.closeBracket:
        return this.scanFlowEnd(TokenType.flowSequenceEnd);
      case Char.closeBrace:
        return this.scanFlowEnd(TokenType.flowMappingEnd);
      default:
        return this.scanFlowEntry();
    }
  }

  private scanSign(code: number): boolean {
    switch (code) {
      case Char.dash:
        return isBlankOrEnd(this.cursor.codeAt(1)) && this.scanBlockEntry();
      case Char.question:
        return this.isSeparator() && this.scanKey();
      case Char.colon:
        return this.isSeparator() && this.scanValue();
      case Char.asterisk:
        return this.scanAnchor(TokenType.alias);
      case Char.ampersand:
        return this.scanAnchor(TokenType.anchor);
      case Char.exclamation:
        return this.scanTag();
      case Char.singleQuote:
        return this.scanQuotedScalar(Style.single);
      case Char.doubleQuote:
        return this.scanQuotedScalar(Style.double);
      default:
        return this.flowLevel === 0 && this.scanBlockScalar(code === Char.pipe ? Style.literal : Style.folded);
    }
  }

  /** `?` and `:` need no blank behind them between brackets. */
  private isSeparator(): boolean {
    return this.flowLevel > 0 || isBlankOrEnd(this.cursor.codeAt(1));
  }

  private scanFlowStart(type: number): true {
    const key = this.saveKey();
    if (++this.flowLevel > maxFlowLevel) throw new ReadError('too-deep', this.cursor.pos);
    this.keys.enter();
    this.keyAllowed = true;
    this.pushSign(type, key);
    return true;
  }

  private scanFlowEnd(type: number): true {
    this.keys.remove();
    if (this.flowLevel > 0) {
      this.flowLevel--;
      this.keys.leave();
    }
    this.keyAllowed = false;
    this.pushSign(type);
    return true;
  }

  private scanFlowEntry(): true {
    this.keys.remove();
    this.keyAllowed = true;
    this.pushSign(TokenType.flowEntry);
    return true;
  }

  private scanBlockEntry(): true {
    if (this.flowLevel === 0) {
      if (!this.keyAllowed) throw new ReadError('unexpected-item', this.cursor.pos);
      this.roll(TokenType.blockSequenceStart);
    }
    this.keys.remove();
    this.keyAllowed = true;
    this.pushSign(TokenType.blockEntry);
    return true;
  }

  private scanKey(): true {
    if (this.flowLevel === 0) {
      if (!this.keyAllowed) throw new ReadError('unexpected-key', this.cursor.pos);
      this.roll(TokenType.blockMappingStart);
    }
    this.keys.remove();
    this.keyAllowed = this.flowLevel === 0;
    this.pushSign(TokenType.key);
    return true;
  }

  private scanValue(): true {
    const key = this.keys.takeValid();
    if (key) {
      this.queue.insert(key.number, createToken(TokenType.key, key.start, key.start));
      this.rollAt(key.start - key.lineStart, key.start, TokenType.blockMappingStart, key.number);
      this.keyAllowed = false;
    } else {
      if (this.flowLevel === 0) {
        if (!this.keyAllowed) throw new ReadError('unexpected-value', this.cursor.pos);
        this.roll(TokenType.blockMappingStart);
      }
      this.keyAllowed = this.flowLevel === 0;
    }
    this.pushSign(TokenType.value);
    return true;
  }

  private scanAnchor(type: number): true {
    const key = this.saveKey();
    this.keyAllowed = false;
    const start = this.cursor.pos;
    const name = scanAnchorName(this.cursor);
    this.push(type, start, name, undefined, key);
    return true;
  }

  private scanTag(): true {
    const key = this.saveKey();
    this.keyAllowed = false;
    const start = this.cursor.pos;
    const { handle, suffix } = scanTag(this.cursor);
    this.push(TokenType.tag, start, handle, suffix, key);
    return true;
  }

  private scanBlockScalar(style: number): true {
    this.keys.remove();
    this.keyAllowed = true;
    this.pushScalar(scanBlock(this.cursor, this.indentation.column), style);
    return true;
  }

  private scanQuotedScalar(style: number): true {
    const key = this.saveKey();
    this.keyAllowed = false;
    this.pushScalar(scanQuoted(this.cursor), style, key);
    return true;
  }

  private scanPlainScalar(code: number): void {
    const { cursor } = this;
    if (!this.canStartPlain(code))
      throw new ReadError(code === Char.tab ? 'tab-indent' : 'stray-character', cursor.pos);
    const key = this.saveKey();
    const scalar = scanPlain(cursor, this.indentation.column + 1, this.flowLevel > 0);
    this.keyAllowed = scalar.endsLine;
    this.pushScalar(scalar, Style.plain, key);
  }

  private canStartPlain(code: number): boolean {
    if (code === Char.dash) return true;
    if (code === Char.question || code === Char.colon) return this.flowLevel === 0;
    return code !== Char.tab && !neverPlain.has(code);
  }

  private saveKey(): SimpleKey | undefined {
    if (!this.keyAllowed) return undefined;
    return this.keys.save(this.flowLevel === 0 && this.indentation.column === this.cursor.column);
  }

  private roll(type: number): void {
    this.rollAt(this.cursor.column, this.cursor.pos, type, this.queue.nextNumber);
  }

  /** Opens a block collection where the text goes further in than the innermost one. */
  private rollAt(column: number, start: number, type: number, number: number): void {
    if (this.flowLevel > 0 || this.indentation.column >= column) return;
    if (!this.indentation.push(column)) throw new ReadError('too-deep', start);
    this.queue.insert(number, createToken(type, start, start));
  }

  /** Closes the block collections that the column is too far out for. */
  private unroll(column: number): void {
    if (this.flowLevel > 0) return;
    while (this.indentation.column > column) {
      this.push(TokenType.blockEnd, this.cursor.pos);
      this.indentation.pop();
    }
  }

  private push(type: number, start: number, text?: string, suffix?: string, key?: SimpleKey): void {
    this.queue.push({ type, start, end: this.cursor.pos, style: Style.plain, text, suffix, key });
  }

  private pushSign(type: number, key?: SimpleKey): void {
    const start = this.cursor.pos++;
    this.push(type, start, undefined, undefined, key);
  }

  private pushScalar({ start, end, cooked }: ScannedScalar, style: number, key?: SimpleKey): void {
    this.queue.push({ type: TokenType.scalar, start, end, style, text: cooked, suffix: undefined, key });
  }
}

function createToken(type: number, start: number, end: number): Token {
  return { type, start, end, style: Style.plain, text: undefined, suffix: undefined, key: undefined };
}
