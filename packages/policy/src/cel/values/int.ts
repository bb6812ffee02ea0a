import { Failure, type Int } from './value.js';
import { says } from './failures.js';

const minInt = -(2n ** 63n);
const maxInt = 2n ** 63n - 1n;

export const intOverflow = new Failure(says.overflow({ type: 'int' }));
export const divisionByZero = new Failure(says['division-by-zero']());
export const modulusByZero = new Failure(says['modulus-by-zero']());

/** A bigint as an int; an overflow where it is none. */
export function intOf(value: bigint): Int | Failure {
  if (value >= Number.MIN_SAFE_INTEGER && value <= Number.MAX_SAFE_INTEGER) return Number(value);
  return value < minInt || value > maxInt ? intOverflow : value;
}

/** Arithmetic of int64 with overflow errors (common/types/overflow.go). */
export function addInts(a: Int, b: Int): Int | Failure {
  if (typeof a === 'number' && typeof b === 'number') {
    const sum = a + b;
    if (Number.isSafeInteger(sum)) return sum;
  }
  return intOf(BigInt(a) + BigInt(b));
}

export function subtractInts(a: Int, b: Int): Int | Failure {
  if (typeof a === 'number' && typeof b === 'number') {
    const difference = a - b;
    if (Number.isSafeInteger(difference)) return difference;
  }
  return intOf(BigInt(a) - BigInt(b));
}

export function multiplyInts(a: Int, b: Int): Int | Failure {
  if (typeof a === 'number' && typeof b === 'number') {
    const product = a * b;
    // Zero of either sign is the int 0.
    if (Number.isSafeInteger(product)) return product + 0;
  }
  return intOf(BigInt(a) * BigInt(b));
}

/** Rounds towards zero, as bigints do. */
export function divideInts(a: Int, b: Int): Int | Failure {
  if (b === 0) return divisionByZero;
  return intOf(BigInt(a) / BigInt(b));
}

export function moduloInts(a: Int, b: Int): Int | Failure {
  if (b === 0) return modulusByZero;
  // The smallest int divided by -1 overflows, and upstream says so of the remainder too.
  if (b === -1 && BigInt(a) === minInt) return intOverflow;
  return intOf(BigInt(a) % BigInt(b));
}

export function negateInt(a: Int): Int | Failure {
  return subtractInts(0, a);
}

/** strconv.ParseInt in base 10; undefined where it fails. */
export function parseInt64(text: string): Int | undefined {
  if (!/^[+-]?[0-9]+$/.test(text)) return undefined;
  const value = intOf(BigInt(text.startsWith('+') ? text.slice(1) : text));
  return value instanceof Failure ? undefined : value;
}
