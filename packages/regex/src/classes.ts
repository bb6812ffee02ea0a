import { parseEscapedRune } from './escapes.js';
import type { PatternText } from './pattern-text.js';
import { named, perlClasses, posixClasses, range, runeSet, unicodeClass, type ClassItem } from './runes.js';
import { PatternFault, type Pattern } from './syntax.js';

/** What stands behind a `[`, up to its `]`. */
export function parseClass(text: PatternText, foldCase: boolean): Pattern {
  const negated = text.accept('^');
  const items: ClassItem[] = [];
  for (let first = true; first || text.next !== ']'; first = false) {
    if (text.next === '') throw new PatternFault('a class is not closed');
    items.push(parseClassItem(text));
  }
  text.at++;
  return { kind: 'rune', set: runeSet(items, negated, foldCase) };
}

function parseClassItem(text: PatternText): ClassItem {
  const posix = parsePosixClass(text);
  if (posix) return posix;
  const { at } = text;
  if (text.accept('\\')) {
    const item = parseNamedClass(text);
    if (item) return item;
    text.at = at;
  }
  const low = parseClassRune(text);
  const ranged = text.next === '-' && text.afterNext !== undefined && text.afterNext !== ']';
  if (!ranged) return range(low, low);
  text.at++;
  const high = parseClassRune(text);
  if (high < low) throw new PatternFault('not a valid range');
  return range(low, high);
}

function parsePosixClass(text: PatternText): ClassItem | undefined {
  if (!text.startsWith('[:')) return undefined;
  const { rest } = text;
  const end = rest.indexOf(':]', 2);
  if (end < 0) return undefined;
  const negated = rest[2] === '^';
  const source = posixClasses.get(rest.slice(negated ? 3 : 2, end));
  if (source === undefined) throw new PatternFault('no class of that name');
  text.at += Array.from(rest.slice(0, end + 2)).length;
  return named(source, negated);
}

function parseClassRune(text: PatternText): number {
  const rune = text.next;
  if (rune === '') throw new PatternFault('a class is not closed');
  text.at++;
  return rune === '\\' ? parseEscapedRune(text) : rune.codePointAt(0)!;
}

/** `d`, `W`, `pL`, `P{Greek}` behind a backslash; undefined where something else is there. */
export function parseNamedClass(text: PatternText): ClassItem | undefined {
  const rune = text.next;
  const perl = perlClasses.get(rune.toLowerCase());
  if (perl !== undefined) {
    text.at++;
    return named(perl, rune !== rune.toLowerCase());
  }
  if (rune !== 'p' && rune !== 'P') return undefined;
  text.at++;
  return parseUnicodeClass(text, rune === 'P');
}

function parseUnicodeClass(text: PatternText, negated: boolean): ClassItem {
  if (!text.accept('{')) {
    const name = text.next;
    text.at++;
    return unicodeClass(name, negated);
  }
  const name = text.takeUntil('}');
  if (name === undefined) throw new PatternFault('a class is not closed');
  return name.startsWith('^') ? unicodeClass(name.slice(1), !negated) : unicodeClass(name, negated);
}
