import { Amount } from './amount.js';
import { maxZeros, narrowed, powerOfTen, roundedUp, type Decimal } from './decimal.js';
import type { Quantity } from './quantity.js';
import { isDigit, parseSuffix, type Suffix } from './suffixes.js';

/**
 * Reads an amount as the server decodes it (Quantity.UnmarshalJSON, ParseQuantity); undefined where it cannot: the
 * object is then undecodable.
 *
 * `<sign>?<digits>?(.<digits>?)?<suffix>?`, blanks around it cut off. The suffixes: n u m k M G T P E, Ki Mi Gi Ti Pi
 * Ei, or a power of ten as `e3` or `E-3`. Almost anything else fails: no text at all, inner blanks, `_`, `1,5`, `KI`,
 * `g`, `1e`, `i`.
 * Digits may be missing altogether (`.`, `+`, `Ki` and `m` are zero), though not before `Pi`, `Ei` or a power of ten
 * below -9.
 */
export function parseQuantity(text: string | number): Quantity | undefined {
  const written = typeof text === 'number' ? String(text) : text;
  return parsePlain(written) ?? parseGeneral(trimmed(written));
}

// Up to this many digits the amount is a safe integer whatever plain suffix follows, and upstream holds it as an int64
// too.
const plainDigits = 5;
const [m, K, M, G, i] = [109, 75, 77, 71, 105];

/** The texts that nearly all manifests have: `500m`, `2`, `128Mi`. Undefined: not one of these. */
function parsePlain(text: string): Amount | undefined {
  let digits = 0;
  let end = 0;
  for (; end < text.length && end <= plainDigits; end++) {
    const code = text.charCodeAt(end);
    if (!isDigit(code)) break;
    digits = digits * 10 + (code - 48);
  }
  if (end === 0 || end > plainDigits || text.charCodeAt(0) === 48) return undefined;
  if (end === text.length) return plainDecimal(digits, 0, text);
  const letter = text.charCodeAt(end);
  if (end + 1 === text.length) return letter === m ? plainDecimal(digits, -3, text) : undefined;
  if (end + 2 !== text.length || text.charCodeAt(end + 1) !== i) return undefined;
  const factor = letter === M ? 2 ** 20 : letter === G ? 2 ** 30 : letter === K ? 2 ** 10 : 0;
  return factor === 0
    ? undefined
    : new Amount(digits * factor, 0, 'BinarySI', 'int64', isCanonicalBinary(digits) ? text : undefined);
}

function plainDecimal(digits: number, exponent: number, text: string): Amount {
  return new Amount(digits, exponent, 'DecimalSI', 'int64', digits % 1000 === 0 ? undefined : text);
}

/**
 * ParseQuantity takes the number as canonical when it cannot be divided by eight, which is cheaper to know than 1024.
 */
function isCanonicalBinary(digits: number): boolean {
  return digits % 8 !== 0;
}

/** A text taken apart; the digits without leading zeros, `0` when there are none. */
interface Parts {
  readonly text: string;
  readonly negative: boolean;
  readonly whole: string;
  readonly fraction: string;
  /** Whether a digit was written at all, a zero included. */
  readonly anyDigit: boolean;
  readonly suffix: Suffix;
}

function parseGeneral(text: string): Amount | undefined {
  if (text === '') return undefined;
  const parts = takeApart(text);
  return parts && (parseInt64(parts) ?? parseDecimal(parts));
}

function takeApart(text: string): Parts | undefined {
  const signed = text.startsWith('-') || text.startsWith('+');
  const start = signed ? 1 : 0;
  const wholeEnd = skipDigits(text, start);
  const fractionStart = text[wholeEnd] === '.' ? wholeEnd + 1 : wholeEnd;
  const fractionEnd = fractionStart > wholeEnd ? skipDigits(text, fractionStart) : wholeEnd;
  const suffix = parseSuffix(text.slice(fractionEnd));
  if (!suffix) return undefined;
  const whole = text.slice(skipZeros(text, start), wholeEnd) || '0';
  const fraction = text.slice(fractionStart, fractionEnd);
  return {
    text,
    negative: text.startsWith('-'),
    whole,
    fraction,
    anyDigit: wholeEnd > start || fraction !== '',
    suffix,
  };
}

function skipDigits(text: string, from: number): number {
  let at = from;
  while (isDigit(text.charCodeAt(at))) at++;
  return at;
}

function skipZeros(text: string, from: number): number {
  let at = from;
  while (text.charCodeAt(at) === 48) at++;
  return at;
}

const nano = -9;
const maxInt64Digits = 18;

/** The part of ParseQuantity that stays within an int64; undefined: it needs more. */
function parseInt64({ text, negative, whole, fraction, suffix }: Parts): Amount | undefined {
  const shifted = whole + fraction;
  const exponent = suffix.base === 10 ? suffix.exponent - fraction.length : 0;
  if (!fitsInt64(whole, fraction, suffix) || exponent < nano) return undefined;
  const number = narrowed(BigInt(shifted));
  const kept =
    suffix.base === 10
      ? exponent % 3 === 0 && !shifted.endsWith('000') && !shifted.startsWith('0')
      : typeof number === 'number' && isCanonicalBinary(number);
  const size = suffix.base === 10 ? number : Number(number) * 2 ** suffix.exponent;
  return new Amount(negative ? -size : size, exponent, suffix.format, 'int64', kept ? text : undefined);
}

/** By the count of digits, an estimate on the safe side: with a binary suffix the amount stays below 10^15. */
function fitsInt64(whole: string, fraction: string, { base, exponent }: Suffix): boolean {
  if (base === 10) return whole.length + fraction.length <= maxInt64Digits;
  return fraction === '' && whole.length + (exponent / 10) * 3 + 1 <= 15;
}

const maxInt64 = 2n ** 63n - 1n;

/** The rest of ParseQuantity: any number of digits, rounded up to nanos; with a binary suffix at most 2^63-1. */
function parseDecimal({ negative, whole, fraction, anyDigit, suffix }: Parts): Amount | undefined {
  if (!anyDigit) return undefined;
  const binary = suffix.base === 2;
  const factor = binary ? 1n << BigInt(suffix.exponent) : 1n;
  const exponent = -fraction.length + (binary ? 0 : suffix.exponent);
  const rounded = inNanos({ digits: narrowed(BigInt(whole + fraction) * factor), exponent });
  const { digits, exponent: scale } = binary ? capped(rounded) : rounded;
  const format = binary && isBelowOne({ digits, exponent: scale }) ? 'DecimalSI' : suffix.format;
  return new Amount(negative ? -digits : digits, scale, format, 'decimal');
}

/** inf.Dec's Round sets the scale too, on which the overflow of Value() depends. */
function inNanos(amount: Decimal): Decimal {
  const shift = amount.exponent - nano;
  if (shift <= 0 || shift > maxZeros) return roundedUp(amount, nano);
  return { digits: narrowed(BigInt(amount.digits) * powerOfTen(shift)), exponent: nano };
}

function capped(amount: Decimal): Decimal {
  const tooLarge = BigInt(amount.digits) > maxInt64 * powerOfTen(-amount.exponent);
  return tooLarge ? { digits: maxInt64, exponent: 0 } : amount;
}

function isBelowOne({ digits, exponent }: Decimal): boolean {
  return digits > 0 && BigInt(digits) < powerOfTen(-exponent);
}

// The white space that a JSON string can hold unescaped, which is what upstream trims (strings.TrimSpace on the raw
// token).
const blanks =
  ' \u0085\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000';

function trimmed(text: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && blanks.includes(text[start]!)) start++;
  while (end > start && blanks.includes(text[end - 1]!)) end--;
  return text.slice(start, end);
}
