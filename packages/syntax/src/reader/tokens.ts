/** What the scanner tells the parser; the names follow the YAML 1.1 productions. */
export const TokenType = {
  streamEnd: 0,
  versionDirective: 1,
  tagDirective: 2,
  documentStart: 3,
  documentEnd: 4,
  blockSequenceStart: 5,
  blockMappingStart: 6,
  blockEnd: 7,
  flowSequenceStart: 8,
  flowSequenceEnd: 9,
  flowMappingStart: 10,
  flowMappingEnd: 11,
  blockEntry: 12,
  flowEntry: 13,
  key: 14,
  value: 15,
  alias: 16,
  anchor: 17,
  tag: 18,
  scalar: 19,
} as const;

/** A place where a mapping's key may have started without a `?`: only a colon on the same line will tell. */
export interface SimpleKey {
  possible: boolean;
  /** The parser has to wait until it is known whether this is a key. */
  isAwaited: boolean;
  /** Nothing but a key can stand here: a line at the indentation of the mapping around it. */
  readonly required: boolean;
  /** Position of the token in the stream of tokens. */
  readonly number: number;
  readonly start: number;
  /** The characters before it. */
  readonly startsAt: number;
  readonly lineStart: number;
}

export interface Token {
  readonly type: number;
  readonly start: number;
  readonly end: number;
  /** Of scalars. */
  readonly style: number;
  /**
   * Characters of a scalar where these are not its text as it stands; name of an anchor or alias; handle of a tag or
   * tag directive; version.
   */
  readonly text: string | undefined;
  /** Rest of a tag, prefix of a tag directive. */
  readonly suffix: string | undefined;
  readonly key: SimpleKey | undefined;
}

/**
 * Tokens that are known but not parsed yet. A key is found by its colon, so tokens may be put in before the last ones.
 */
export class TokenQueue {
  /** How many tokens have been taken. */
  taken = 0;
  /** Used again and again from its start: emptying an array would give its memory back. */
  private readonly tokens: Token[] = [];
  private head = 0;
  private end = 0;

  get isEmpty(): boolean {
    return this.head === this.end;
  }

  /** The number that the next token will have. */
  get nextNumber(): number {
    return this.taken + this.end - this.head;
  }

  first(): Token | undefined {
    return this.head === this.end ? undefined : this.tokens[this.head];
  }

  push(token: Token): void {
    this.tokens[this.end++] = token;
  }

  /** A token that comes too late for its place, because those behind it are taken, goes to the end. */
  insert(number: number, token: Token): void {
    const place = number < this.taken ? this.end : this.head + number - this.taken;
    for (let at = this.end++; at > place; at--) this.tokens[at] = this.tokens[at - 1]!;
    this.tokens[place] = token;
  }

  drop(): void {
    this.head++;
    this.taken++;
    if (this.head === this.end) this.head = this.end = 0;
  }
}
