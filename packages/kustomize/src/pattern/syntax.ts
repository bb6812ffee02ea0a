/** A parsed expression. `any` of characters is told by a test. */
export type Expression =
  | { readonly type: 'character'; readonly test: (character: string) => boolean }
  | { readonly type: 'assertion'; readonly holds: (text: string, at: number) => boolean }
  | { readonly type: 'sequence'; readonly parts: readonly Expression[] }
  | { readonly type: 'choice'; readonly options: readonly Expression[] }
  | { readonly type: 'repeat'; readonly inner: Expression; readonly least: number; readonly most: number };

interface Flags {
  readonly ignoresCase: boolean;
  readonly isMultiline: boolean;
  readonly dotTakesBreaks: boolean;
}

/** What RE2 does not repeat more often (regexp/syntax, maxRepeat). */
const mostRepeats = 1000;

const posix = new Map([
  ['alnum', '0-9A-Za-z'],
  ['alpha', 'A-Za-z'],
  ['ascii', '\\x00-\\x7F'],
  ['blank', '\\t '],
  ['cntrl', '\\x00-\\x1F\\x7F'],
  ['digit', '0-9'],
  ['graph', '!-~'],
  ['lower', 'a-z'],
  ['print', ' -~'],
  ['punct', '!-\\/:-@\\[-`{-~'],
  ['space', '\\t\\n\\v\\f\\r '],
  ['upper', 'A-Z'],
  ['word', '0-9A-Za-z_'],
  ['xdigit', '0-9A-Fa-f'],
]);

/** Reads an expression of Go's syntax (RE2). Throws a SyntaxError for what is none. */
export function parseExpression(source: string): Expression {
  const parser = new ExpressionParser(Array.from(source));
  const expression = parser.choice();
  if (!parser.isAtEnd) throw new SyntaxError('unexpected )');
  return expression;
}

class ExpressionParser {
  private at = 0;
  private flags: Flags = { ignoresCase: false, isMultiline: false, dotTakesBreaks: false };

  constructor(private readonly source: readonly string[]) {}

  get isAtEnd(): boolean {
    return this.at >= this.source.length;
  }

  /** Flags that are set inside a group end with it. */
  choice(): Expression {
    const { flags } = this;
    const options = [this.sequence()];
    while (this.take('|')) options.push(this.sequence());
    this.flags = flags;
    return options.length === 1 ? options[0]! : { type: 'choice', options };
  }

  private sequence(): Expression {
    const parts: Expression[] = [];
    while (!this.isAtEnd && this.peek() !== '|' && this.peek() !== ')') {
      const atom = this.atom();
      if (atom) parts.push(this.repeated(atom));
    }
    return { type: 'sequence', parts };
  }

  private repeated(atom: Expression): Expression {
    const bounds = this.bounds();
    if (!bounds) return atom;
    this.take('?');
    if (this.bounds()) throw new SyntaxError('repeated repetition');
    return { type: 'repeat', inner: atom, ...bounds };
  }

  private bounds(): { least: number; most: number } | undefined {
    if (this.take('*')) return { least: 0, most: Infinity };
    if (this.take('+')) return { least: 1, most: Infinity };
    if (this.take('?')) return { least: 0, most: 1 };
    const counted = /^\{(\d+)(,?)(\d*)\}/.exec(this.source.slice(this.at, this.at + 12).join(''));
    if (!counted) return undefined;
    this.at += counted[0].length;
    const least = Number(counted[1]);
    const most = counted[3] ? Number(counted[3]) : counted[2] ? Infinity : least;
    if (least > mostRepeats || (most !== Infinity && most > mostRepeats) || most < least)
      throw new SyntaxError('bad repetition');
    return { least, most };
  }

  /** Undefined for something that only sets flags. */
  private atom(): Expression | undefined {
    const character = this.next();
    switch (character) {
      case '(':
        return this.group();
      case '[':
        return this.set();
      case '.':
        return this.character(this.flags.dotTakesBreaks ? () => true : (other) => other !== '\n');
      case '^':
        return this.flags.isMultiline ? lineStart : textStart;
      case '$':
        return this.flags.isMultiline ? lineEnd : textEnd;
      case '\\':
        return this.escape();
      case '*':
      case '+':
      case '?':
        throw new SyntaxError('nothing to repeat');
      default:
        this.at--;
        if (this.bounds()) throw new SyntaxError('nothing to repeat');
        return this.literal(this.next());
    }
  }

  private group(): Expression | undefined {
    if (this.take('?') && !this.namedGroup()) {
      const flags = this.readFlags();
      if (flags) return undefined;
    }
    const inner = this.choice();
    if (!this.take(')')) throw new SyntaxError('missing )');
    return inner;
  }

  private namedGroup(): boolean {
    const match = /^P?<[A-Za-z_]\w*>/.exec(this.source.slice(this.at, this.at + 80).join(''));
    if (match) this.at += match[0].length;
    return Boolean(match);
  }

  /** `i)` sets flags from here on, `i:` for the group that follows: false. */
  private readFlags(): boolean {
    const match = /^([imsU]*)(?:-([imsU]+))?([:)])/.exec(this.source.slice(this.at, this.at + 16).join(''));
    if (!match) throw new SyntaxError('bad group');
    this.at += match[0].length;
    const [, on = '', off = '', end] = match;
    const before = this.flags;
    const isOn = (flag: string, now: boolean): boolean => (now || on.includes(flag)) && !off.includes(flag);
    this.flags = {
      ignoresCase: isOn('i', before.ignoresCase),
      isMultiline: isOn('m', before.isMultiline),
      dotTakesBreaks: isOn('s', before.dotTakesBreaks),
    };
    return end === ')';
  }

  private literal(character: string): Expression {
    const lower = character.toLowerCase();
    return this.character(
      this.flags.ignoresCase ? (other) => other.toLowerCase() === lower : (other) => other === character,
    );
  }

  private character(test: (character: string) => boolean): Expression {
    return { type: 'character', test };
  }

  private escape(): Expression {
    const character = this.next();
    const assertion = assertions.get(character);
    if (assertion) return assertion;
    if (character === 'Q') return this.quotedText();
    return this.character(this.setTest(this.escaped(character)));
  }

  /** Everything up to \E, or to the end, stands for itself; what repeats it repeats its last character. */
  private quotedText(): Expression {
    const rest = this.source.slice(this.at).join('');
    const end = rest.indexOf('\\E');
    const text = Array.from(end < 0 ? rest : rest.slice(0, end));
    this.at += text.length + (end < 0 ? 0 : 2);
    const parts = text.map((character) => this.literal(character));
    const last = parts.pop();
    return { type: 'sequence', parts: last ? [...parts, this.repeated(last)] : [] };
  }

  /** An escape as it is written inside a set. */
  private escaped(character: string): string {
    if (/[dDsSwW]/.test(character))
      return character === 's' || character === 'S' ? spaces(character) : `\\${character}`;
    if (/[afnrtv]/.test(character)) return character === 'a' ? '\\x07' : `\\${character}`;
    if (character === 'p' || character === 'P') return this.unicodeClass(character);
    if (character === 'x') return this.hexadecimal();
    if (/[0-7]/.test(character)) return this.octal(character);
    if (/[A-Za-z0-9]/.test(character)) throw new SyntaxError(`bad escape \\${character}`);
    return quoted(character);
  }

  private unicodeClass(sign: string): string {
    const match = /^(?:\{(\^?)(\w+)\}|(\w))/.exec(this.source.slice(this.at, this.at + 40).join(''));
    if (!match) throw new SyntaxError('bad class');
    this.at += match[0].length;
    const name = match[2] ?? match[3]!;
    const isNegated = (sign === 'P') !== (match[1] === '^');
    const property = name.length > 2 ? `Script=${name}` : name;
    return `\\${isNegated ? 'P' : 'p'}{${property}}`;
  }

  private hexadecimal(): string {
    const match = /^(?:\{([0-9A-Fa-f]{1,6})\}|([0-9A-Fa-f]{2}))/.exec(this.source.slice(this.at, this.at + 8).join(''));
    if (!match) throw new SyntaxError('bad escape');
    this.at += match[0].length;
    return `\\u{${match[1] ?? match[2]}}`;
  }

  /** A digit is an octal number only with others behind it, or a zero; otherwise it would be a reference to a group. */
  private octal(first: string): string {
    const rest = /^[0-7]{0,2}/.exec(this.source.slice(this.at, this.at + 2).join(''))![0];
    if (first !== '0' && rest === '') throw new SyntaxError('no references to groups');
    this.at += rest.length;
    return `\\u{${parseInt(first + rest, 8).toString(16)}}`;
  }

  private set(): Expression {
    const isNegated = this.take('^');
    const parts: string[] = [];
    const negated: ((character: string) => boolean)[] = [];
    for (let isFirst = true; isFirst || this.peek() !== ']'; isFirst = false) {
      const part = this.setPart();
      if (typeof part === 'string') parts.push(part);
      else negated.push(this.setTest(part.allBut, '^'));
    }
    this.next();
    const listed = parts.length > 0 ? this.setTest(parts.join('')) : () => false;
    return this.character((other) => (listed(other) || negated.some((test) => test(other))) !== isNegated);
  }

  private setPart(): string | { readonly allBut: string } {
    const named = /^\[:(\^?)(\w+):\]/.exec(this.source.slice(this.at, this.at + 12).join(''));
    if (named) {
      this.at += named[0].length;
      const range = posix.get(named[2]!);
      if (range === undefined) throw new SyntaxError('bad class');
      return named[1] === '^' ? { allBut: range } : range;
    }
    const start = this.setCharacter();
    if (this.peek() !== '-' || this.source[this.at + 1] === ']' || this.at + 1 >= this.source.length) return start;
    this.next();
    return `${start}-${this.setCharacter()}`;
  }

  private setCharacter(): string {
    const character = this.next();
    return character === '\\' ? this.escaped(this.next()) : quoted(character);
  }

  /** One character at a time, so that the expression behind it has no way to take long. */
  private setTest(set: string, negation = ''): (character: string) => boolean {
    const expression = new RegExp(`^[${negation}${set}]$`, this.flags.ignoresCase ? 'iu' : 'u');
    return (character) => expression.test(character);
  }

  private peek(): string | undefined {
    return this.source[this.at];
  }

  private next(): string {
    const character = this.source[this.at++];
    if (character === undefined) throw new SyntaxError('unexpected end');
    return character;
  }

  private take(character: string): boolean {
    if (this.peek() !== character) return false;
    this.at++;
    return true;
  }
}

/** Go's \s has no vertical tab and no spaces of other scripts. */
function spaces(sign: string): string {
  return sign === 's' ? '\\t\\n\\f\\r ' : '\\0-\\x08\\x0b\\x0e-\\x1f!-\\u{10ffff}';
}

function quoted(character: string): string {
  return /[\^$\\.*+?()[\]{}|/-]/.test(character) ? `\\${character}` : character;
}

function isWord(text: string, at: number): boolean {
  return /^\w$/.test(text[at] ?? '');
}

type Assertion = Extract<Expression, { type: 'assertion' }>;

function assertionOf(holds: Assertion['holds']): Assertion {
  return { type: 'assertion', holds };
}

const textStart = assertionOf((_text, at) => at === 0);
const textEnd = assertionOf((text, at) => at === text.length);
const lineStart = assertionOf((text, at) => at === 0 || text[at - 1] === '\n');
const lineEnd = assertionOf((text, at) => at === text.length || text[at] === '\n');
const assertions = new Map<string, Assertion>([
  ['A', textStart],
  ['z', textEnd],
  ['b', assertionOf((text, at) => isWord(text, at - 1) !== isWord(text, at))],
  ['B', assertionOf((text, at) => isWord(text, at - 1) === isWord(text, at))],
]);
