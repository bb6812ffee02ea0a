import { tokensOf, type Token } from '../cel/syntax/lexer.js';
import { SyntaxFault } from '../cel/syntax/problem.js';

/** A bracket that is open in front of the cursor. */
export interface Opened {
  readonly bracket: '(' | '[' | '{';
  /** Of a call the function, of braces the type that they make: `Object.spec`. */
  readonly name: string | undefined;
  /** What a method is called on, as it is written. */
  readonly target: string | undefined;
  /** What stands between the commas before the cursor. */
  readonly args: readonly string[];
  /** In braces: whether the name of a field comes next. */
  readonly wantsField: boolean;
}

/** What stands in front of a cursor in an expression, whatever follows. */
export interface Prefix {
  /** The beginning of a name, up to the cursor. */
  readonly word: string;
  /** What the name is selected from, as it is written: `object.spec` of `object.spec.con`. */
  readonly target: string | undefined;
  /** The outermost first. */
  readonly open: readonly Opened[];
}

/** Longer texts are not looked at, nor are deeper ones: nobody waits for what is proposed in them. */
const longest = 20_000;
const deepest = 50;

/** Undefined where no name can come next: in a text, in a comment, or behind a value. */
export function prefixOf(text: string): Prefix | undefined {
  const prefix = text.length > longest ? undefined : readPrefix(text);
  return prefix && prefix.open.length <= deepest ? prefix : undefined;
}

function readPrefix(text: string): Prefix | undefined {
  const tokens = readTokens(text);
  if (!tokens) return undefined;
  const last = tokens.at(-1);
  const isWord = last?.kind === 'name' && endOf(last) === text.length;
  const before = isWord ? tokens.slice(0, -1) : tokens;
  const dot = dotAtEnd(before);
  const word = isWord ? last.text : '';
  const reader = new Reader(text, before);
  if (dot !== undefined) {
    const target = reader.operandBefore(dot);
    return target === undefined ? undefined : { word, target, open: reader.open() };
  }
  return endsOperand(before.at(-1)) ? undefined : { word, target: undefined, open: reader.open() };
}

/** Without the `end`; undefined where the text ends inside of a token, or in a comment. */
function readTokens(text: string): readonly Token[] | undefined {
  try {
    const tokens = tokensOf(text).slice(0, -1);
    const last = tokens.at(-1);
    const rest = text.slice(last ? endOf(last) : 0);
    const isInComment = rest.includes('//', rest.lastIndexOf('\n') + 1);
    return isInComment ? undefined : tokens;
  } catch (fault) {
    if (fault instanceof SyntaxFault) return undefined;
    throw fault;
  }
}

function endOf({ offset, text }: Token): number {
  return offset + text.length;
}

/** The index of a dot at the end, or of that of `.?`. */
function dotAtEnd(tokens: readonly Token[]): number | undefined {
  const last = tokens.at(-1)?.text;
  if (last === '.') return tokens.length - 1;
  return last === '?' && tokens.at(-2)?.text === '.' ? tokens.length - 2 : undefined;
}

const closing: ReadonlyMap<string, string> = new Map([
  [')', '('],
  [']', '['],
  ['}', '{'],
]);

/** Whether a value is whole behind the token, so that an operator comes next. */
function endsOperand(token: Token | undefined): boolean {
  if (!token || token.text === 'in') return false;
  return token.kind === 'symbol' ? closing.has(token.text) : true;
}

/** A bracket that is open, by the places of tokens. */
interface Frame {
  readonly bracket: Opened['bracket'];
  readonly at: number;
  readonly commas: number[];
  /** Since the last comma. */
  hasColon: boolean;
}

class Reader {
  constructor(
    private readonly text: string,
    private readonly tokens: readonly Token[],
  ) {}

  /** The value that ends in front of a token. */
  operandBefore(index: number): string | undefined {
    const start = this.startOfOperand(index);
    return start === undefined ? undefined : this.textBetween(start, index);
  }

  private textBetween(start: number, end: number): string {
    return this.text.slice(this.tokens[start]!.offset, this.tokens[end]?.offset).trim();
  }

  /** Goes back over names, calls, indexes and braces that belong together. */
  private startOfOperand(index: number): number | undefined {
    let start = this.startOfPart(index);
    while (start !== undefined && start > 0) {
      const before = this.tokens[start - 1]!.text;
      const dot = before === '.' ? start - 1 : before === '?' && this.tokens[start - 2]?.text === '.' ? start - 2 : -1;
      if (dot < 0) break;
      start = this.startOfPart(dot);
    }
    return start;
  }

  /** Of the part of a chain that ends in front of a token: a name, a literal, or a bracket with what it belongs to. */
  private startOfPart(index: number): number | undefined {
    for (let end = index; ;) {
      const last = this.tokens[end - 1];
      if (!last || !endsOperand(last)) return undefined;
      const bracket = closing.get(last.text);
      if (bracket === undefined) return end - 1;
      const opened = this.openingOf(end - 1);
      if (opened === undefined) return undefined;
      const before = this.tokens[opened - 1];
      const belongs = bracket === '[' ? endsOperand(before) : before?.kind === 'name' && before.text !== 'in';
      if (!belongs) return opened;
      end = opened;
    }
  }

  private openingOf(index: number): number | undefined {
    let depth = 0;
    for (let at = index; at >= 0; at--) {
      const { kind, text } = this.tokens[at]!;
      if (kind !== 'symbol') continue;
      if (closing.has(text)) depth++;
      else if (text === '(' || text === '[' || text === '{') depth--;
      if (depth === 0) return at;
    }
    return undefined;
  }

  open(): readonly Opened[] {
    const frames: Frame[] = [];
    this.tokens.forEach(({ kind, text }, at) => {
      if (kind !== 'symbol') return;
      const frame = frames.at(-1);
      if (text === '(' || text === '[' || text === '{') frames.push({ bracket: text, at, commas: [], hasColon: false });
      else if (closing.has(text)) frames.pop();
      else if (text === ',' && frame) {
        frame.commas.push(at);
        frame.hasColon = false;
      } else if (text === ':' && frame) frame.hasColon = true;
    });
    return frames.map((frame) => this.opened(frame));
  }

  private opened({ bracket, at, commas, hasColon }: Frame): Opened {
    const args = commas.map((comma, i) => this.textBetween((commas[i - 1] ?? at) + 1, comma));
    const common = { bracket, args, wantsField: bracket === '{' && !hasColon };
    const before = this.tokens[at - 1];
    const isNamed = bracket !== '[' && before?.kind === 'name' && before.text !== 'in';
    if (!isNamed) return { ...common, name: undefined, target: undefined };
    if (bracket === '{') return { ...common, name: this.operandBefore(at), target: undefined };
    const isMethod = this.tokens[at - 2]?.text === '.';
    return { ...common, name: before.text, target: isMethod ? this.operandBefore(at - 2) : undefined };
  }
}
