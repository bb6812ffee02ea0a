import {
  anyRune,
  named,
  notNewline,
  perlClasses,
  posixClasses,
  range,
  runeSet,
  singleRune,
  unicodeClass,
  type ClassItem,
} from './runes.js';
import { PatternFault, type Assertion, type Pattern } from './syntax.js';

/** `(?imsU)` */
interface Flags {
  readonly foldCase: boolean;
  readonly multiLine: boolean;
  readonly dotMatchesNewline: boolean;
  readonly swapGreed: boolean;
}

const noFlags: Flags = { foldCase: false, multiLine: false, dotMatchesNewline: false, swapGreed: false };
const flagNames: ReadonlyMap<string, keyof Flags> = new Map([
  ['i', 'foldCase'],
  ['m', 'multiLine'],
  ['s', 'dotMatchesNewline'],
  ['U', 'swapGreed'],
]);
const repeatLimit = 1000;
const depthLimit = 1000;

/** Parses a pattern as Go's regexp does (regexp/syntax, Perl flags); throws a PatternFault where it is none. */
export function parsePattern(text: string): Pattern {
  return new PatternParser(text).parseAll();
}

class PatternParser {
  private readonly runes: readonly string[];
  private at = 0;
  private flags = noFlags;
  private depth = 0;

  constructor(text: string) {
    this.runes = Array.from(text);
  }

  parseAll(): Pattern {
    const pattern = this.parseChoice();
    if (this.at < this.runes.length) throw new PatternFault('unexpected )');
    return pattern;
  }

  private get next(): string {
    return this.runes[this.at] ?? '';
  }

  private startsWith(text: string): boolean {
    return this.runes.slice(this.at, this.at + text.length).join('') === text;
  }

  private accept(text: string): boolean {
    if (!this.startsWith(text)) return false;
    this.at += text.length;
    return true;
  }

  /** Up to the next `)` or the end; flags set inside end there. */
  private parseChoice(): Pattern {
    if (++this.depth > depthLimit) throw new PatternFault('nested too deeply');
    const { flags } = this;
    const options = [this.parseSequence()];
    while (this.accept('|')) options.push(this.parseSequence());
    this.flags = flags;
    this.depth--;
    return options.length === 1 ? options[0]! : { kind: 'choice', options };
  }

  private parseSequence(): Pattern {
    const parts: Pattern[] = [];
    let repeated = false;
    while (this.at < this.runes.length && this.next !== '|' && this.next !== ')') {
      const start = this.at;
      const count = this.parseRepeat();
      if (count) {
        if (repeated)
          throw new PatternFault(`a repetition of a repetition: ${this.runes.slice(start, this.at).join('')}`);
        parts.push(this.repeat(parts.pop(), count));
        repeated = true;
      } else {
        for (const part of this.parsePart()) parts.push(part);
        repeated = false;
      }
    }
    return parts.length === 1 ? parts[0]! : parts.length === 0 ? { kind: 'empty' } : { kind: 'sequence', parts };
  }

  private repeat(inner: Pattern | undefined, { min, max, greedy }: Count): Pattern {
    if (!inner) throw new PatternFault('nothing to repeat');
    const repetition: Pattern = { kind: 'repetition', inner, min, max, greedy };
    if ((min >= 2 || (max >= 2 && max !== Infinity)) && !isRepeatable(repetition, repeatLimit))
      throw new PatternFault('too many repetitions');
    return repetition;
  }

  /** `*`, `+`, `?`, `{2,3}`, each with `?` behind it or not; undefined where none of them is next. */
  private parseRepeat(): Count | undefined {
    const bounds = this.parseBounds();
    if (!bounds) return undefined;
    const greedy = !this.accept('?');
    return { ...bounds, greedy: greedy !== this.flags.swapGreed };
  }

  private parseBounds(): Bounds | undefined {
    if (this.accept('*')) return { min: 0, max: Infinity };
    if (this.accept('+')) return { min: 1, max: Infinity };
    if (this.accept('?')) return { min: 0, max: 1 };
    return this.next === '{' ? this.parseBraces() : undefined;
  }

  /** `{` is a character like others where no count follows. */
  private parseBraces(): Bounds | undefined {
    const match = /^\{(0|[1-9][0-9]*)(,(0|[1-9][0-9]*)?)?\}/.exec(this.runes.slice(this.at, this.at + 30).join(''));
    if (!match) return undefined;
    this.at += match[0].length;
    const min = Number(match[1]);
    const max = match[2] === undefined ? min : match[3] === undefined ? Infinity : Number(match[3]);
    if (min > repeatLimit || (max !== Infinity && max > repeatLimit) || min > max)
      throw new PatternFault('not a valid number of repetitions');
    return { min, max };
  }

  /** One thing that can be repeated; none for what only sets flags, several for `\Q...\E`. */
  private parsePart(): readonly Pattern[] {
    const rune = this.next;
    this.at++;
    switch (rune) {
      case '(':
        return this.parseGroup();
      case '[':
        return [this.parseClass()];
      case '.':
        return [{ kind: 'rune', set: this.flags.dotMatchesNewline ? anyRune : notNewline }];
      case '^':
        return [assertion(this.flags.multiLine ? 'line-start' : 'text-start')];
      case '$':
        return [assertion(this.flags.multiLine ? 'line-end' : 'text-end')];
      case '\\':
        return this.parseEscape();
      default:
        return [this.literal(rune.codePointAt(0)!)];
    }
  }

  private literal(code: number): Pattern {
    return { kind: 'rune', set: singleRune(code, this.flags.foldCase) };
  }

  private parseGroup(): readonly Pattern[] {
    if (!this.accept('?')) return [this.parseInner()];
    if (this.startsWith('P<') || this.startsWith('<')) return [this.parseNamedGroup()];
    const flags = this.parseFlags();
    const { flags: outer } = this;
    this.flags = flags;
    if (this.accept(')')) return [];
    if (!this.accept(':')) throw new PatternFault('not a valid group');
    const inner = this.parseInner();
    this.flags = outer;
    return [inner];
  }

  private parseNamedGroup(): Pattern {
    this.accept('P');
    this.accept('<');
    const end = this.runes.indexOf('>', this.at);
    const name = end < 0 ? '' : this.runes.slice(this.at, end).join('');
    if (!/^[0-9A-Za-z_]+$/.test(name)) throw new PatternFault('not a valid group name');
    this.at = end + 1;
    return this.parseInner();
  }

  private parseInner(): Pattern {
    const inner = this.parseChoice();
    if (!this.accept(')')) throw new PatternFault('a parenthesis is not closed');
    // A group is one thing, also where it holds nothing.
    return inner;
  }

  /** `i-s` of `(?i-s)` and `(?i-s:...)`. */
  private parseFlags(): Flags {
    let flags = this.flags;
    let on = true;
    let any = false;
    for (; this.next !== ':' && this.next !== ')'; this.at++) {
      const name = flagNames.get(this.next);
      if (name) flags = { ...flags, [name]: on };
      else if (this.next === '-' && on) on = false;
      else throw new PatternFault('not a valid group');
      any = name !== undefined;
    }
    if (!on && !any) throw new PatternFault('not a valid group');
    return flags;
  }

  private parseEscape(): readonly Pattern[] {
    const rune = this.next;
    const plain = assertions.get(rune);
    if (plain) {
      this.at++;
      return [assertion(plain)];
    }
    if (rune === 'Q') return this.parseQuoted();
    const item = this.parseNamedClass();
    if (item) return [{ kind: 'rune', set: runeSet([item], false, this.flags.foldCase) }];
    return [this.literal(this.parseEscapedRune())];
  }

  /** `\Q...\E`: all characters between are themselves. */
  private parseQuoted(): readonly Pattern[] {
    this.at++;
    const literals: Pattern[] = [];
    while (this.at < this.runes.length && !this.accept('\\E')) {
      literals.push(this.literal(this.next.codePointAt(0)!));
      this.at++;
    }
    return literals;
  }

  /** `d`, `W`, `pL`, `P{Greek}` behind a backslash; undefined where something else is there. */
  private parseNamedClass(): ClassItem | undefined {
    const rune = this.next;
    const perl = perlClasses.get(rune.toLowerCase());
    if (perl !== undefined) {
      this.at++;
      return named(perl, rune !== rune.toLowerCase());
    }
    if (rune !== 'p' && rune !== 'P') return undefined;
    this.at++;
    return this.parseUnicodeClass(rune === 'P');
  }

  private parseUnicodeClass(negated: boolean): ClassItem {
    if (this.next !== '{') {
      const name = this.next;
      this.at++;
      return unicodeClass(name, negated);
    }
    const end = this.runes.indexOf('}', this.at);
    if (end < 0) throw new PatternFault('a class is not closed');
    const name = this.runes.slice(this.at + 1, end).join('');
    this.at = end + 1;
    return name.startsWith('^') ? unicodeClass(name.slice(1), !negated) : unicodeClass(name, negated);
  }

  /** The character that stands behind a backslash (regexp/syntax, parser.escape). */
  private parseEscapedRune(): number {
    const rune = this.next;
    if (rune === '') throw new PatternFault('a backslash at the end');
    this.at++;
    const control = controls.get(rune);
    if (control !== undefined) return control;
    if (rune === 'x') return this.parseHex();
    if (/[0-7]/.test(rune)) return this.parseOctal(rune);
    if (rune.codePointAt(0)! < 128 && !/[0-9A-Za-z]/.test(rune)) return rune.codePointAt(0)!;
    throw new PatternFault(`\\${rune} is no escape sequence`);
  }

  /** `\0`, `\012`; one digit alone would be a back reference, which RE2 has not. */
  private parseOctal(first: string): number {
    if (first !== '0' && !/[0-7]/.test(this.next)) throw new PatternFault(`\\${first} is no escape sequence`);
    let digits = first;
    while (digits.length < 3 && /^[0-7]$/.test(this.next)) {
      digits += this.next;
      this.at++;
    }
    return Number.parseInt(digits, 8);
  }

  private parseHex(): number {
    const rest = this.runes.slice(this.at, this.at + 12).join('');
    const match = /^(?:\{([0-9A-Fa-f]+)\}|([0-9A-Fa-f]{2}))/.exec(rest);
    const code = match ? Number.parseInt(match[1] ?? match[2]!, 16) : Infinity;
    if (!match || code > 0x10ffff) throw new PatternFault('not a valid \\x');
    this.at += match[0].length;
    return code;
  }

  private parseClass(): Pattern {
    const negated = this.accept('^');
    const items: ClassItem[] = [];
    for (let first = true; first || this.next !== ']'; first = false) {
      if (this.next === '') throw new PatternFault('a class is not closed');
      items.push(this.parseClassItem());
    }
    this.at++;
    return { kind: 'rune', set: runeSet(items, negated, this.flags.foldCase) };
  }

  private parseClassItem(): ClassItem {
    const posix = this.parsePosixClass();
    if (posix) return posix;
    const { at } = this;
    if (this.accept('\\')) {
      const item = this.parseNamedClass();
      if (item) return item;
      this.at = at;
    }
    const low = this.parseClassRune();
    const ranged = this.next === '-' && this.at + 1 < this.runes.length && this.runes[this.at + 1] !== ']';
    if (!ranged) return range(low, low);
    this.at++;
    const high = this.parseClassRune();
    if (high < low) throw new PatternFault('not a valid range');
    return range(low, high);
  }

  private parsePosixClass(): ClassItem | undefined {
    if (!this.startsWith('[:')) return undefined;
    const rest = this.runes.slice(this.at).join('');
    const end = rest.indexOf(':]', 2);
    if (end < 0) return undefined;
    const negated = rest[2] === '^';
    const source = posixClasses.get(rest.slice(negated ? 3 : 2, end));
    if (source === undefined) throw new PatternFault('no class of that name');
    this.at += Array.from(rest.slice(0, end + 2)).length;
    return named(source, negated);
  }

  private parseClassRune(): number {
    const rune = this.next;
    if (rune === '') throw new PatternFault('a class is not closed');
    this.at++;
    return rune === '\\' ? this.parseEscapedRune() : rune.codePointAt(0)!;
  }
}

interface Bounds {
  readonly min: number;
  readonly max: number;
}

interface Count extends Bounds {
  readonly greedy: boolean;
}

const assertions: ReadonlyMap<string, Assertion> = new Map([
  ['A', 'text-start'],
  ['z', 'text-end'],
  ['b', 'word-boundary'],
  ['B', 'no-word-boundary'],
]);
const controls: ReadonlyMap<string, number> = new Map([
  ['a', 7],
  ['f', 12],
  ['n', 10],
  ['r', 13],
  ['t', 9],
  ['v', 11],
]);

function assertion(of: Assertion): Pattern {
  return { kind: 'assertion', assertion: of };
}

/** Whether counted repetitions within each other come to no more than the limit (repeatIsValid). */
function isRepeatable(pattern: Pattern, limit: number): boolean {
  switch (pattern.kind) {
    case 'repetition': {
      const { min, max, inner } = pattern;
      const counted = min >= 2 || (max !== Infinity && max >= 2);
      const times = max === Infinity ? min : max;
      if (counted && times === 0) return true;
      if (counted && times > limit) return false;
      return isRepeatable(inner, counted ? Math.trunc(limit / times) : limit);
    }
    case 'sequence':
      return pattern.parts.every((part) => isRepeatable(part, limit));
    case 'choice':
      return pattern.options.every((option) => isRepeatable(option, limit));
    default:
      return true;
  }
}
