import { Char } from '../../chars.js';
import { Style } from '../../tree/tree.js';
import type { NodeHandler } from '../node-handler.js';
import { isBlankOrBreak, quotedEnd, skipSpaces, startsPlain, unknown } from './line.js';

/** Deeper ones are for the other reader. */
const mostLevels = 20;

/**
 * Reads lists and mappings in brackets that stand on one line, of plain and simply quoted scalars. `base`: the offset of
 * the text in its stream.
 */
export class EverydayFlow {
  private levels = 0;

  constructor(
    private readonly text: string,
    private readonly base: number,
    private readonly builder: NodeHandler,
  ) {}

  /** The place behind the collection that starts at a bracket; `unknown` if there is more to it. */
  read(start: number): number {
    if (this.levels === mostLevels) return unknown;
    this.levels++;
    const end = this.text.charCodeAt(start) === Char.openBracket ? this.readSequence(start) : this.readMapping(start);
    this.levels--;
    return end;
  }

  private readSequence(start: number): number {
    this.builder.openSequence(this.base + start, Style.flow);
    let at = skipSpaces(this.text, start + 1);
    while (this.text.charCodeAt(at) !== Char.closeBracket) {
      at = this.behindComma(this.readNode(at), Char.closeBracket);
      if (at === unknown) return unknown;
    }
    return this.close(at);
  }

  private readMapping(start: number): number {
    this.builder.openMapping(this.base + start, Style.flow);
    let at = skipSpaces(this.text, start + 1);
    while (this.text.charCodeAt(at) !== Char.closeBrace) {
      at = this.behindComma(this.readPair(at), Char.closeBrace);
      if (at === unknown) return unknown;
    }
    return this.close(at);
  }

  private readPair(start: number): number {
    const colon = this.readScalar(start);
    const { text } = this;
    if (colon === unknown || text.charCodeAt(colon) !== Char.colon || text.charCodeAt(colon + 1) !== Char.space)
      return unknown;
    return this.readNode(skipSpaces(text, colon + 1));
  }

  private close(bracket: number): number {
    this.builder.close(this.base + bracket + 1);
    return bracket + 1;
  }

  /** Where the next entry starts, or the bracket stands. */
  private behindComma(from: number, bracket: number): number {
    if (from === unknown) return unknown;
    const at = skipSpaces(this.text, from);
    const code = this.text.charCodeAt(at);
    if (code === bracket) return at;
    return code === Char.comma ? skipSpaces(this.text, at + 1) : unknown;
  }

  private readNode(start: number): number {
    const code = this.text.charCodeAt(start);
    return code === Char.openBracket || code === Char.openBrace ? this.read(start) : this.readScalar(start);
  }

  private readScalar(start: number): number {
    const code = this.text.charCodeAt(start);
    if (code === Char.doubleQuote || code === Char.singleQuote) return this.readQuoted(start, code);
    const end = startsPlain(this.text, start) ? flowPlainEnd(this.text, start) : unknown;
    if (end !== unknown) this.builder.scalar(this.base + start, this.base + end, Style.plain);
    return end;
  }

  private readQuoted(start: number, quote: number): number {
    const end = quotedEnd(this.text, start);
    if (end === unknown) return unknown;
    const style = quote === Char.doubleQuote ? Style.double : Style.single;
    this.builder.scalar(this.base + start, this.base + end, style, this.text.slice(start + 1, end - 1));
    return end;
  }
}

/** Signs that end a plain scalar between brackets, or that are better left to the other reader there. */
const stops = new Uint8Array(128);
for (const letter of ' \n:,?[]{}#') stops[letter.charCodeAt(0)] = 1;

/** The place behind a plain scalar between brackets; one with blanks in it is left to the other reader. */
function flowPlainEnd(text: string, start: number): number {
  let at = start;
  for (let code = text.charCodeAt(at); code >= 128 || stops[code] === 0; code = text.charCodeAt(at)) at++;
  const code = text.charCodeAt(at);
  if (code === Char.comma || code === Char.closeBracket || code === Char.closeBrace) return at;
  if (code === Char.colon) return isBlankOrBreak(text.charCodeAt(at + 1)) ? at : unknown;
  const next = text.charCodeAt(skipSpaces(text, at));
  const isOver = next === Char.comma || next === Char.closeBracket || next === Char.closeBrace;
  return code === Char.space && isOver ? at : unknown;
}
