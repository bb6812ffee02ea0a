import { says } from './failures.js';
import { intOf, intOverflow } from './int.js';
import { uintOverflow } from './uint.js';
import { Failure, Uint, type Int } from './value.js';

const twoTo63 = 2 ** 63;
const twoTo64 = 2 ** 64;

/** Cut towards zero; both ends of int64 are out of it (overflow.go, doubleToInt64Checked). */
export function doubleToInt(value: number): Int | Failure {
  if (!Number.isFinite(value) || value <= -twoTo63 || value >= twoTo63) return intOverflow;
  return intOf(BigInt(Math.trunc(value)));
}

export function doubleToUint(value: number): Uint | Failure {
  if (!Number.isFinite(value) || value < 0 || value >= twoTo64) return uintOverflow;
  return new Uint(BigInt(Math.trunc(value)));
}

/** Go's shortest form of a double ("%g"): an exponent below 1e-4 and from 1e6 on. */
export function doubleText(value: number): string {
  if (Number.isNaN(value)) return 'NaN';
  if (!Number.isFinite(value)) return value > 0 ? '+Inf' : '-Inf';
  if (Object.is(value, -0)) return '-0';
  const [mantissa, exponent] = splitExponent(value);
  if (exponent < -4 || exponent >= 6) {
    const size = Math.abs(exponent);
    return `${mantissa}e${exponent < 0 ? '-' : '+'}${size < 10 ? '0' : ''}${size}`;
  }
  return plainText(value);
}

/** All digits and no exponent (strconv.FormatFloat with 'f' and the fewest digits). */
export function plainText(value: number): string {
  const [mantissa, exponent] = splitExponent(value);
  const negative = mantissa.startsWith('-');
  const digits = mantissa.replace(/[-.]/g, '');
  const sign = negative ? '-' : '';
  if (exponent < 0) return `${sign}0.${'0'.repeat(-exponent - 1)}${digits}`;
  if (digits.length <= exponent + 1) return sign + digits.padEnd(exponent + 1, '0');
  return `${sign}${digits.slice(0, exponent + 1)}.${digits.slice(exponent + 1)}`;
}

/** `-1.25e-7` as its mantissa and its exponent. */
function splitExponent(value: number): [string, number] {
  const [mantissa, exponent] = value.toExponential().split('e');
  return [mantissa!, Number(exponent)];
}

const special: ReadonlyMap<string, number> = new Map([
  ['inf', Infinity],
  ['infinity', Infinity],
  ['+inf', Infinity],
  ['+infinity', Infinity],
  ['-inf', -Infinity],
  ['-infinity', -Infinity],
  ['nan', NaN],
]);
const decimalPattern = /^[+-]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][+-]?[0-9]+)?$/;
const hexPattern = /^([+-]?)0[xX]([0-9a-fA-F]*)(?:\.([0-9a-fA-F]*))?[pP]([+-]?[0-9]+)$/;

/** strconv.ParseFloat; undefined where it fails, out of range included. */
export function parseFloat64(text: string): number | undefined {
  const named = special.get(text.toLowerCase());
  if (named !== undefined) return named;
  const plain = withoutUnderscores(text);
  const value = decimalPattern.test(plain) ? Number(plain) : parseHexFloat(plain);
  return value === undefined || !Number.isFinite(value) ? undefined : value;
}

/** An underscore may stand between two digits. */
function withoutUnderscores(text: string): string {
  if (!text.includes('_')) return text;
  const between = /^[+-]?0[xX]/.test(text) ? /(?<=[0-9a-fA-FxX])_(?=[0-9a-fA-F])/g : /(?<=[0-9])_(?=[0-9])/g;
  return text.replace(between, '');
}

function parseHexFloat(text: string): number | undefined {
  const match = hexPattern.exec(text);
  const [, sign, whole = '', fraction = '', exponent] = match ?? [];
  if (whole + fraction === '') return undefined;
  const size = Number(BigInt(`0x${whole}${fraction}`)) * 2 ** (Number(exponent) - 4 * fraction.length);
  return sign === '-' ? -size : size;
}

export const notOrdered = new Failure(says['not-ordered']());
