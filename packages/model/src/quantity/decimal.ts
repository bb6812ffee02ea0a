/** `digits * 10^exponent`; a bigint only where a number would lose digits. */
export interface Decimal {
  readonly digits: number | bigint;
  readonly exponent: number;
}

/**
 * More zeros than this are not written out: they would fill the memory (`1e2000000000`), as upstream lets them.
 * Amounts so far apart are told from each other by their order of magnitude.
 */
export const maxZeros = 1000;

export function powerOfTen(exponent: number): bigint {
  return 10n ** BigInt(exponent);
}

/** Go's math.Pow10, which makes it of two factors and so is not always the nearest double. */
export function floatPowerOfTen(exponent: number): number {
  const rest = Math.abs(exponent) % 32;
  const whole = Number(`1e${exponent < 0 ? exponent + rest : exponent - rest}`);
  return exponent < 0 ? whole / Number(`1e${rest}`) : whole * Number(`1e${rest}`);
}

/** A number again where one can hold it. */
export function narrowed(digits: bigint): number | bigint {
  return digits >= Number.MIN_SAFE_INTEGER && digits <= Number.MAX_SAFE_INTEGER ? Number(digits) : digits;
}

/** What an int64 keeps of it. */
export function wrapped(digits: number | bigint): bigint {
  return BigInt.asIntN(64, BigInt(digits));
}

/** Cut to that exponent, what is cut off rounded away from zero; as it is when it has no finer digits. */
export function roundedUp(amount: Decimal, exponent: number): Decimal & { readonly exact: boolean } {
  const drop = exponent - amount.exponent;
  if (drop <= 0) return { ...amount, exact: true };
  if (amount.digits === 0) return { digits: 0, exponent, exact: true };
  const negative = amount.digits < 0;
  // All digits go: no need for a divisor that may have millions of zeros.
  if (drop >= String(amount.digits).length) return { digits: negative ? -1 : 1, exponent, exact: false };
  const divisor = powerOfTen(drop);
  const digits = BigInt(amount.digits);
  const exact = digits % divisor === 0n;
  const away = exact ? 0n : negative ? -1n : 1n;
  return { digits: narrowed(digits / divisor + away), exponent, exact };
}

export function sumOf(a: Decimal, b: Decimal): Decimal {
  if (a.digits === 0) return b;
  if (b.digits === 0) return a;
  const [fine, coarse] = a.exponent <= b.exponent ? [a, b] : [b, a];
  const distance = coarse.exponent - fine.exponent;
  if (distance > maxZeros) return coarse;
  if (distance === 0 && typeof a.digits === 'number' && typeof b.digits === 'number')
    return { digits: safeSum(a.digits, b.digits), exponent: a.exponent };
  return {
    digits: narrowed(BigInt(coarse.digits) * powerOfTen(distance) + BigInt(fine.digits)),
    exponent: fine.exponent,
  };
}

function safeSum(a: number, b: number): number | bigint {
  const sum = a + b;
  return Number.isSafeInteger(sum) ? sum : BigInt(a) + BigInt(b);
}
