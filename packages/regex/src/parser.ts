import { parseClass, parseNamedClass } from './classes.js';
import { parseEscapedRune } from './escapes.js';
import { noFlags, parseFlags } from './flags.js';
import { PatternText } from './pattern-text.js';
import { parseCount, repeat } from './repetitions.js';
import { anyRune, notNewline, runeSet, singleRune } from './runes.js';
import { PatternFault, type Assertion, type Pattern } from './syntax.js';

const depthLimit = 1000;
const assertions: ReadonlyMap<string, Assertion> = new Map([
  ['A', 'text-start'],
  ['z', 'text-end'],
  ['b', 'word-boundary'],
  ['B', 'no-word-boundary'],
]);

/** Parses a pattern as Go's regexp does (regexp/syntax, Perl flags); throws a PatternFault where it is none. */
export function parsePattern(text: string): Pattern {
  return new PatternParser(new PatternText(text)).parseAll();
}

class PatternParser {
  private flags = noFlags;
  private depth = 0;

  constructor(private readonly text: PatternText) {}

  parseAll(): Pattern {
    const pattern = this.parseChoice();
    if (!this.text.isOver) throw new PatternFault('unexpected )');
    return pattern;
  }

  /** Up to the next `)` or the end; flags set inside end there. */
  private parseChoice(): Pattern {
    if (++this.depth > depthLimit) throw new PatternFault('nested too deeply');
    const { flags } = this;
    const options = [this.parseSequence()];
    while (this.text.accept('|')) options.push(this.parseSequence());
    this.flags = flags;
    this.depth--;
    return options.length === 1 ? options[0]! : { kind: 'choice', options };
  }

  private parseSequence(): Pattern {
    const { text } = this;
    const parts: Pattern[] = [];
    let repeated = false;
    while (!text.isOver && text.next !== '|' && text.next !== ')') {
      const start = text.at;
      const count = parseCount(text, this.flags.swapGreed);
      if (count) {
        if (repeated) throw new PatternFault(`a repetition of a repetition: ${text.since(start)}`);
        parts.push(repeat(parts.pop(), count));
        repeated = true;
      } else {
        for (const part of this.parsePart()) parts.push(part);
        repeated = false;
      }
    }
    return parts.length === 1 ? parts[0]! : parts.length === 0 ? { kind: 'empty' } : { kind: 'sequence', parts };
  }

  /** One thing that can be repeated; none for what only sets flags, several for `\Q...\E`. */
  private parsePart(): readonly Pattern[] {
    const rune = this.text.next;
    this.text.at++;
    switch (rune) {
      case '(':
        return this.parseGroup();
      case '[':
        return [parseClass(this.text, this.flags.foldCase)];
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
    const { text } = this;
    if (!text.accept('?')) return [this.parseInner()];
    if (text.startsWith('P<') || text.startsWith('<')) return [this.parseNamedGroup()];
    const { flags: outer } = this;
    this.flags = parseFlags(text, outer);
    if (text.accept(')')) return [];
    if (!text.accept(':')) throw new PatternFault('not a valid group');
    const inner = this.parseInner();
    this.flags = outer;
    return [inner];
  }

  private parseNamedGroup(): Pattern {
    this.text.accept('P');
    this.text.accept('<');
    const name = this.text.takeUntil('>') ?? '';
    if (!/^[0-9A-Za-z_]+$/.test(name)) throw new PatternFault('not a valid group name');
    return this.parseInner();
  }

  private parseInner(): Pattern {
    const inner = this.parseChoice();
    if (!this.text.accept(')')) throw new PatternFault('a parenthesis is not closed');
    // A group is one thing, also where it holds nothing.
    return inner;
  }

  private parseEscape(): readonly Pattern[] {
    const rune = this.text.next;
    const plain = assertions.get(rune);
    if (plain) {
      this.text.at++;
      return [assertion(plain)];
    }
    if (rune === 'Q') return this.parseQuoted();
    const item = parseNamedClass(this.text);
    if (item) return [{ kind: 'rune', set: runeSet([item], false, this.flags.foldCase) }];
    return [this.literal(parseEscapedRune(this.text))];
  }

  /** `\Q...\E`: all characters between are themselves. */
  private parseQuoted(): readonly Pattern[] {
    const { text } = this;
    text.at++;
    const literals: Pattern[] = [];
    while (!text.isOver && !text.accept('\\E')) {
      literals.push(this.literal(text.next.codePointAt(0)!));
      text.at++;
    }
    return literals;
  }
}

function assertion(of: Assertion): Pattern {
  return { kind: 'assertion', assertion: of };
}
