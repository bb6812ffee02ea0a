import { says } from './failures.js';
import { divisionByZero, modulusByZero } from './int.js';
import { Failure, Uint } from './value.js';

const maxUint = 2n ** 64n - 1n;

export const uintOverflow = new Failure(says.overflow({ type: 'uint' }));

export function uintOf(value: bigint): Uint | Failure {
  return value < 0n || value > maxUint ? uintOverflow : new Uint(value);
}

export function divideUints(a: bigint, b: bigint): Uint | Failure {
  return b === 0n ? divisionByZero : new Uint(a / b);
}

export function moduloUints(a: bigint, b: bigint): Uint | Failure {
  return b === 0n ? modulusByZero : new Uint(a % b);
}

/** strconv.ParseUint in base 10; undefined where it fails. It takes no sign. */
export function parseUint64(text: string): Uint | undefined {
  if (!/^[0-9]+$/.test(text)) return undefined;
  const value = uintOf(BigInt(text));
  return value instanceof Failure ? undefined : value;
}
