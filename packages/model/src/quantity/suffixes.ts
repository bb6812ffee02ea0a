import type { QuantityFormat } from './quantity.js';

/** What stands behind the number: a power of ten or of two. */
export interface Suffix {
  readonly base: 2 | 10;
  readonly exponent: number;
  readonly format: QuantityFormat;
}

// apimachinery/pkg/api/resource/suffix.go, newSuffixer.
const decimalNames: readonly [string, number][] = [
  ['n', -9],
  ['u', -6],
  ['m', -3],
  ['', 0],
  ['k', 3],
  ['M', 6],
  ['G', 9],
  ['T', 12],
  ['P', 15],
  ['E', 18],
];
const binaryNames: readonly [string, number][] = [
  ['Ki', 10],
  ['Mi', 20],
  ['Gi', 30],
  ['Ti', 40],
  ['Pi', 50],
  ['Ei', 60],
];

const suffixes = new Map<string, Suffix>([
  ...decimalNames.map(([name, exponent]): [string, Suffix] => [name, { base: 10, exponent, format: 'DecimalSI' }]),
  ...binaryNames.map(([name, exponent]): [string, Suffix] => [name, { base: 2, exponent, format: 'BinarySI' }]),
]);
const decimalNameOf = new Map(decimalNames.map(([name, exponent]) => [exponent, name]));
const binaryNameOf = new Map(binaryNames.map(([name, exponent]) => [exponent, name]));

/** `Mi`, `m`, `e3`; undefined for a suffix that does not exist. */
export function parseSuffix(text: string): Suffix | undefined {
  return suffixes.get(text) ?? parseExponent(text);
}

const exponentPattern = /^[eE]([+-]?)(\d*)$/;
const int64Digits = 19;

/**
 * `e3` and `E-3`; a bare `E` is exa, and a bare `e` is nothing. The number is read as an int64, then cut to an int32.
 */
function parseExponent(text: string): Suffix | undefined {
  const match = exponentPattern.exec(text);
  if (!match || !isDigit(text.charCodeAt(text.length - 1))) return undefined;
  const digits = match[2]!.replace(/^0+/, '');
  if (digits.length > int64Digits) return undefined;
  const exponent = BigInt(digits) * (match[1] === '-' ? -1n : 1n);
  if (BigInt.asIntN(64, exponent) !== exponent) return undefined;
  return { base: 10, exponent: Number(BigInt.asIntN(32, exponent)), format: 'DecimalExponent' };
}

/** The suffix for 10^exponent. DecimalSI ends at `E`: beyond it upstream writes none, so `1000E` is stored as `1`. */
export function decimalSuffix(exponent: number, format: QuantityFormat): string {
  if (format === 'DecimalExponent') return exponent === 0 ? '' : `e${exponent}`;
  return decimalNameOf.get(exponent) ?? '';
}

/** The suffix for 1024^times. */
export function binarySuffix(times: number): string {
  return binaryNameOf.get(times * 10) ?? '';
}

export function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}
