import { Char, isBreak } from '../chars.js';
import { Characters } from './characters.js';
import type { Cursor } from './cursor.js';
import { ReadError } from './read-error.js';
import type { SimpleKey, Token, TokenQueue } from './tokens.js';

/** From the start of a key to its colon (scannerc.go, yaml_simple_key_is_valid), in characters. */
const maxKeyLength = 1024;

/** For each level of flow collections, the place where a key may have started. */
export class SimpleKeys {
  private readonly levels: (SimpleKey | undefined)[] = [undefined];
  /** For each level the number of the bracket that opened it. */
  private readonly brackets: number[] = [-1];
  private readonly characters: Characters;

  constructor(
    private readonly cursor: Cursor,
    private readonly queue: TokenQueue,
  ) {
    this.characters = new Characters(cursor.text);
  }

  /** To be called before the bracket is in the queue. */
  enter(): void {
    this.levels.push(undefined);
    this.brackets.push(this.queue.nextNumber);
  }

  /**
   * Where no key was looked for between the brackets (`{}`), go-yaml forgets that the bracket itself may start a key,
   * and goes on without waiting for the colon: `{}: v` is an empty mapping with something behind it
   * (yaml_parser_decrease_flow_level).
   */
  leave(): void {
    const key = this.levels.pop();
    const bracket = this.brackets.pop();
    if (key) key.possible = false;
    const outer = this.levels[this.levels.length - 1];
    if (!key && outer?.number === bracket) outer!.isAwaited = false;
  }

  save(required: boolean): SimpleKey {
    this.remove();
    const { pos, lineStart } = this.cursor;
    const number = this.queue.nextNumber;
    const startsAt = this.characters.before(pos);
    const key = { possible: true, isAwaited: true, required, number, start: pos, startsAt, lineStart };
    this.levels[this.levels.length - 1] = key;
    return key;
  }

  /** Gives up on a key at this level: an error where nothing but a key can stand. */
  remove(): void {
    const key = this.levels[this.levels.length - 1];
    if (key?.possible) this.giveUp(key);
  }

  /** Whether a token may turn out to be the start of a key, so that the parser has to wait for more. */
  isWaitingFor(token: Token): boolean {
    return token.key !== undefined && token.key.isAwaited && this.isValid(token.key);
  }

  /** The key that a colon at this place belongs to. */
  takeValid(): SimpleKey | undefined {
    const key = this.levels[this.levels.length - 1];
    if (!key || !this.isValid(key)) return undefined;
    key.possible = false;
    return key;
  }

  private isValid(key: SimpleKey): boolean {
    if (!key.possible) return false;
    const { pos, lineStart } = this.cursor;
    if (key.lineStart === lineStart && this.characters.before(pos) - key.startsAt <= maxKeyLength) return true;
    this.giveUp(key);
    return false;
  }

  private giveUp(key: SimpleKey): void {
    if (key.required) throw new ReadError('missing-colon', key.start, this.endOf(key), key.start);
    key.possible = false;
  }

  /** The end of the line on which the key starts. */
  private endOf({ start }: SimpleKey): number {
    const { text } = this.cursor;
    let end = start + 1;
    while (!isBreak(text.charCodeAt(end)) && text.charCodeAt(end) !== Char.nul) end++;
    return start + text.slice(start, end).trimEnd().length;
  }
}
