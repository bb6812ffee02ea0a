import { PatternFault, type RuneSet } from './syntax.js';

/** A part of a class: ranges, or what a name stands for. */
export interface ClassItem {
  /** As it stands between the brackets of a JavaScript class. */
  readonly source: string;
  readonly negated: boolean;
}

export function range(low: number, high: number): ClassItem {
  return { source: `${codePoint(low)}-${codePoint(high)}`, negated: false };
}

function codePoint(code: number): string {
  return `\\u{${code.toString(16)}}`;
}

export function named(source: string, negated: boolean): ClassItem {
  return { source, negated };
}

/**
 * The characters of a class. JavaScript's own classes answer for one character at a time, so nothing can backtrack;
 * ASCII is looked up in a table.
 */
export function runeSet(items: readonly ClassItem[], negated: boolean, foldCase: boolean): RuneSet {
  const tests = items.map(({ source, negated: inverted }) => {
    const expression = new RegExp(`^[${source}]$`, foldCase ? 'iu' : 'u');
    return (text: string): boolean => expression.test(text) !== inverted;
  });
  const contains = (code: number): boolean => {
    const text = String.fromCodePoint(code);
    return tests.some((test) => test(text)) !== negated;
  };
  const ascii = Uint8Array.from({ length: 128 }, (_, code) => Number(contains(code)));
  const others = new Map<number, boolean>();
  return (code) => {
    if (code < 128) return ascii[code] === 1;
    const known = others.get(code);
    if (known !== undefined) return known;
    const found = contains(code);
    if (others.size < cacheLimit) others.set(code, found);
    return found;
  };
}

const cacheLimit = 4096;

/** One character, in either case where case does not matter. */
export function singleRune(code: number, foldCase: boolean): RuneSet {
  return foldCase ? runeSet([range(code, code)], false, true) : (other) => other === code;
}

export const anyRune: RuneSet = () => true;
export const notNewline: RuneSet = (code) => code !== 10;

/** `\d`, `\s`, `\w`: of ASCII alone. */
export const perlClasses: ReadonlyMap<string, string> = new Map([
  ['d', '0-9'],
  ['s', '\\t\\n\\f\\r '],
  ['w', '0-9A-Za-z_'],
]);

/** `[:alpha:]` */
export const posixClasses: ReadonlyMap<string, string> = new Map([
  ['alnum', '0-9A-Za-z'],
  ['alpha', 'A-Za-z'],
  ['ascii', '\\u{0}-\\u{7f}'],
  ['blank', '\\t '],
  ['cntrl', '\\u{0}-\\u{1f}\\u{7f}'],
  ['digit', '0-9'],
  ['graph', '!-~'],
  ['lower', 'a-z'],
  ['print', ' -~'],
  ['punct', '!-\\/:-@\\[-`{-~'],
  ['space', '\\t-\\r '],
  ['upper', 'A-Z'],
  ['word', '0-9A-Za-z_'],
  ['xdigit', '0-9A-Fa-f'],
]);

/** Scripts of four letters; other names as long are short ones (`Grek`), which Go does not know. */
const fourLetterScripts = new Set(['Cham', 'Kawi', 'Lisu', 'Thai', 'Toto']);

/** `\p{Greek}`, `\pL`: a category by its short name, or a script. */
export function unicodeClass(name: string, negated: boolean): ClassItem {
  if (name === 'Any') return named('\\u{0}-\\u{10ffff}', negated);
  if (!/^[A-Z][A-Za-z_]*$/.test(name)) throw new PatternFault(`no class \\p{${name}}`);
  const isCategory = name.length <= 2 && name !== 'Yi';
  const isShort = name.length === 4 && !fourLetterScripts.has(name);
  const source = isCategory ? `\\p{${name}}` : `\\p{Script=${name}}`;
  if (!isShort && isKnown(source)) return named(source, negated);
  throw new PatternFault(`no class \\p{${name}}`);
}

function isKnown(source: string): boolean {
  try {
    return new RegExp(source, 'u').source !== '';
  } catch {
    return false;
  }
}
