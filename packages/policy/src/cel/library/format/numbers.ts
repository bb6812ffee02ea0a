import { grouped } from '@podlint/plain';
import { Double, type Value } from '../../values/value.js';
import { fixedText, scientificParts } from './digits.js';
import type { Written } from './clauses.js';

const defaultPrecision = 6;
/** Doubles that a clause takes as text too. */
const namedDoubles: ReadonlyMap<unknown, number> = new Map([
  ['NaN', NaN],
  ['Infinity', Infinity],
  ['-Infinity', -Infinity],
]);

function doubleIn(value: Value): number | undefined {
  return value instanceof Double ? value.value : namedDoubles.get(value);
}

/** Not a number in American English (golang.org/x/text/message, en-US). */
function special(value: number): Written {
  if (Number.isNaN(value)) return 'NaN';
  return Number.isFinite(value) ? undefined : value > 0 ? '∞' : '-∞';
}

/** `%f`: with commas between thousands, as the server's locale is American English. */
export function writeFixed(value: Value, precision = defaultPrecision): Written {
  const number = doubleIn(value);
  if (number === undefined) return undefined;
  return special(number) ?? withCommas(withoutZeros(fixedText(unsignedZero(number), precision), precision % 256));
}

/** The least number of digits is a byte in x/text (number.RoundingContext); zeros beyond it are not written. */
function withoutZeros(text: string, least: number): string {
  const point = text.indexOf('.');
  let end = text.length;
  while (point >= 0 && end > point + 1 + least && text[end - 1] === '0') end--;
  return text.slice(0, end);
}

/** The sign of a zero is not written. */
function unsignedZero(value: number): number {
  return value === 0 ? 0 : value;
}

function withCommas(text: string): string {
  const [whole, fraction] = text.split('.');
  return fraction === undefined ? grouped(whole!) : `${grouped(whole!)}.${fraction}`;
}

const superscripts = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/**
 * `%e`: `1.052033×10⁰³`, always with six digits: what is written as its precision is taken for a width
 * (stringFormatter.Scientific makes "%6e" of it).
 */
export function writeScientific(value: Value, width = defaultPrecision): Written {
  const number = doubleIn(value);
  if (number === undefined) return undefined;
  return (special(number) ?? scientificText(unsignedZero(number))).padStart(width);
}

function scientificText(value: number): string {
  const { mantissa, exponent } = scientificParts(value, defaultPrecision);
  const digits = String(Math.abs(exponent)).padStart(2, '0');
  const raised = Array.from(digits)
    .map((digit) => superscripts[Number(digit)])
    .join('');
  return `${mantissa}×10${exponent < 0 ? '⁻' : ''}${raised}`;
}
