import { declare, method, overload, type FunctionDeclaration, type Library } from '../environment.js';
import { intType, listOf, listType, stringType } from '../types.js';
import { says } from '../values/failures.js';
import { runesOf } from '../values/text.js';
import { typeOf } from '../values/type-of.js';
import { Failure, adapted, type List } from '../values/value.js';
import { formatText } from './format/format.js';
import { quotedForCel } from './format/quote.js';
import { typed } from './typed.js';

function outOfRange(index: number | bigint): Failure {
  return new Failure(says['out-of-range']({ index: String(index) }));
}

function charAt(text: string, index: number): string | Failure {
  const runes = runesOf(text);
  return index < 0 || index > runes.length ? outOfRange(index) : runes.slice(index, index + 1);
}

function indexOf(text: string, part: string, from = 0): number | Failure {
  if (part === '') return from;
  if (from < 0) return outOfRange(from);
  const runes = runesOf(text);
  return from >= runes.length ? -1 : runes.indexOf(part, from);
}

function lastIndexOf(text: string, part: string, from?: number): number | Failure {
  const runes = runesOf(text);
  if (part === '') return from ?? runes.length;
  const start = from ?? (text.length < part.length ? undefined : runes.length - 1);
  if (start === undefined) return -1;
  if (start < 0) return outOfRange(start);
  const last = runes.length - runesOf(part).length;
  return start >= runes.length || last < 0 ? -1 : runes.lastIndexOf(part, Math.min(start, last));
}

function lowerAscii(text: string): string {
  return text.replace(/[A-Z]+/g, (letters) => letters.toLowerCase());
}

function upperAscii(text: string): string {
  return text.replace(/[a-z]+/g, (letters) => letters.toUpperCase());
}

/** strings.Replace: an empty part is found before every character and at the end. */
function replace(text: string, part: string, by: string, count: number | bigint = -1): string {
  const most = count < 0 ? Infinity : Number(count);
  if (most === Infinity && part !== '') return text.replaceAll(part, () => by);
  const pieces = part === '' ? ['', ...Array.from(text)] : text.split(part);
  let replaced = pieces[0]!;
  for (let at = 1; at < pieces.length; at++) replaced += (at <= most ? by : part) + pieces[at]!;
  return part === '' && pieces.length <= most ? replaced + by : replaced;
}

/** strings.SplitN: at most so many pieces, the last of them with what is left. */
function split(text: string, separator: string, count: number | bigint = -1): readonly string[] {
  const pieces = separator === '' ? Array.from(text) : text.split(separator);
  const most = Number(count);
  if (most < 0 || pieces.length <= most) return pieces;
  return most === 0 ? [] : [...pieces.slice(0, most - 1), pieces.slice(most - 1).join(separator)];
}

function substring(text: string, start: number, end?: number): string | Failure {
  const runes = runesOf(text);
  if (end !== undefined && start > end)
    return new Failure(says['bad-range']({ start: String(start), end: String(end) }));
  if (start < 0 || start > runes.length) return outOfRange(start);
  if (end !== undefined && end > runes.length) return outOfRange(end);
  return runes.slice(start, end ?? runes.length);
}

/** unicode.IsSpace; JavaScript's trim takes U+FEFF too and leaves U+0085. */
const blanks = '[\\t\\n\\v\\f\\r \\u0085\\u00a0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000]';
const blankStart = new RegExp(`^${blanks}+`);
const blank = new RegExp(blanks);

function trim(text: string): string {
  let end = text.length;
  while (end > 0 && blank.test(text[end - 1]!)) end--;
  return text.slice(0, end).replace(blankStart, '');
}

function join(list: List, separator = ''): string | Failure {
  const bad = list.map(adapted).find((item) => typeof item !== 'string');
  return bad === undefined ? list.join(separator) : new Failure(says['join-item']({ type: typeOf(bad).name }));
}

const text = stringType;
const texts = listOf(stringType);

const functions: readonly FunctionDeclaration[] = [
  declare('charAt', method('string_char_at_int', [text, intType], text, typed(charAt))),
  declare(
    'indexOf',
    method('string_index_of_string', [text, text], intType, typed(indexOf)),
    method('string_index_of_string_int', [text, text, intType], intType, typed(indexOf)),
  ),
  declare(
    'lastIndexOf',
    method('string_last_index_of_string', [text, text], intType, typed(lastIndexOf)),
    method('string_last_index_of_string_int', [text, text, intType], intType, typed(lastIndexOf)),
  ),
  declare('lowerAscii', method('string_lower_ascii', [text], text, typed(lowerAscii))),
  declare('upperAscii', method('string_upper_ascii', [text], text, typed(upperAscii))),
  declare(
    'replace',
    method('string_replace_string_string', [text, text, text], text, typed(replace)),
    method('string_replace_string_string_int', [text, text, text, intType], text, typed(replace)),
  ),
  declare(
    'split',
    method('string_split_string', [text, text], texts, typed(split)),
    method('string_split_string_int', [text, text, intType], texts, typed(split)),
  ),
  declare(
    'substring',
    method('string_substring_int', [text, intType], text, typed(substring)),
    method('string_substring_int_int', [text, intType, intType], text, typed(substring)),
  ),
  declare('trim', method('string_trim', [text], text, typed(trim))),
  declare('format', { ...method('string_format', [text, listType], text, typed(formatText)), stopsAtFailure: true }),
  declare('strings.quote', overload('strings_quote', [text], text, typed(quotedForCel))),
  declare(
    'join',
    method('list_join', [texts], text, typed(join)),
    method('list_join_string', [texts, text], text, typed(join)),
  ),
];

/** cel-go's strings, version 2, which the server takes (ext/strings.go). */
export const stringsLibrary: Library = { functions };
