import { floatPowerOfTen, maxZeros, powerOfTen, roundedUp, sumOf, wrapped, type Decimal } from './decimal.js';
import type { Quantity, QuantityFormat } from './quantity.js';
import { binarySuffix, decimalSuffix } from './suffixes.js';

/**
 * Which of upstream's two representations holds the amount: they overflow differently.
 * `int64` is a 64-bit integer and a power of ten (amount.go, int64Amount), `decimal` has as many digits as it needs
 * (infDecAmount).
 */
export type Representation = 'int64' | 'decimal';

const milli = -3;

/** `digits * 10^exponent`. The digits are a bigint only where a number would lose some. */
export class Amount implements Quantity {
  constructor(
    readonly digits: number | bigint,
    readonly exponent: number,
    readonly format: QuantityFormat,
    private readonly representation: Representation,
    /** The text it was parsed from, where upstream keeps it as the canonical one. */
    private readonly keptText?: string,
  ) {}

  get sign(): -1 | 0 | 1 {
    if (this.digits > 0) return 1;
    return this.digits < 0 ? -1 : 0;
  }

  compare(other: Amount): -1 | 0 | 1 {
    if (this.exponent === other.exponent || this.sign !== other.sign) return ordered(this.digits, other.digits);
    if (this.sign === 0) return 0;
    const difference = magnitude(this) - magnitude(other);
    if (difference !== 0) return difference > 0 === this.sign > 0 ? 1 : -1;
    const exponent = Math.min(this.exponent, other.exponent);
    return ordered(digitsAt(this, exponent), digitsAt(other, exponent));
  }

  plus(other: Amount): Amount {
    const sum = sumOf(this, other);
    const representation =
      this.representation === 'int64' && other.representation === 'int64' && wrapped(sum.digits) === BigInt(sum.digits)
        ? 'int64'
        : 'decimal';
    return new Amount(sum.digits, sum.exponent, this.sign === 0 ? other.format : this.format, representation);
  }

  minus(other: Amount): Amount {
    return this.plus(new Amount(-other.digits, other.exponent, other.format, other.representation));
  }

  value(): bigint {
    return this.scaled(0);
  }

  asInt64(): bigint | undefined {
    if (this.representation !== 'int64' || this.exponent < 0) return undefined;
    const value = BigInt(this.digits) * powerOfTen(this.exponent);
    return wrapped(value) === value ? value : undefined;
  }

  asApproximateFloat(): number {
    return (Number(this.digits) + 0) * floatPowerOfTen(this.exponent);
  }

  milliValue(): bigint {
    return this.scaled(milli);
  }

  /** Quantity.ScaledValue. */
  private scaled(exponent: number): bigint {
    return this.representation === 'int64' ? scaledInt64(this, exponent) : scaledDecimal(this, exponent);
  }

  roundUpToMilli(): Amount {
    if (this.exponent >= milli) return this;
    const { digits, exponent } = roundedUp(this, milli);
    return new Amount(digits, exponent, this.format, this.representation);
  }

  isWhole(): boolean {
    if (this.exponent === 0 && typeof this.digits === 'number') return true;
    return this.milliValue() % 1000n === 0n;
  }

  toString(): string {
    if (this.keptText !== undefined) return this.keptText;
    if (this.sign === 0) return '0';
    return this.format === 'BinarySI' ? binaryText(this) : decimalText(this, this.format);
  }
}

function ordered(a: number | bigint, b: number | bigint): -1 | 0 | 1 {
  if (a < b) return -1;
  return a > b ? 1 : 0;
}

/** The power of ten of the first digit. Lets `1e2000000000` be compared without writing its zeros out. */
function magnitude(amount: Decimal): number {
  const digits = amount.digits < 0 ? -amount.digits : amount.digits;
  return String(digits).length + amount.exponent;
}

function digitsAt(amount: Decimal, exponent: number): number | bigint {
  const shift = amount.exponent - exponent;
  return shift === 0 ? amount.digits : BigInt(amount.digits) * powerOfTen(shift);
}

const int64DecimalDigits = 19;
/**
 * math.go, positiveScaleInt64: by these powers it multiplies in one go, and an overflow leaves what an int64 keeps; by
 * others it leaves 0.
 */
const multipliedAtOnce = new Set([1, 2, 3, 6, 9]);

/** amount.go, int64Amount.AsScaledInt64, whose callers do not ask whether it overflowed. */
function scaledInt64(amount: Decimal, exponent: number): bigint {
  if (amount.exponent < exponent) return BigInt(roundedUp(amount, exponent).digits);
  const shift = amount.exponent - exponent;
  if (shift > int64DecimalDigits) return 0n;
  const result = BigInt(amount.digits) * powerOfTen(shift);
  return wrapped(result) === result || multipliedAtOnce.has(shift) ? wrapped(result) : 0n;
}

const maxInt64 = 2n ** 63n - 1n;

/** scale_int.go, scaledValue. It adds one for any remainder, so a negative fraction comes out one too high. */
function scaledDecimal(amount: Decimal, exponent: number): bigint {
  const drop = exponent - amount.exponent;
  // 10^64 and more is a multiple of 2^64, of which an int64 keeps nothing.
  if (drop <= -64) return 0n;
  if (drop <= 0) return wrapped(BigInt(amount.digits) * powerOfTen(-drop));
  const divisor = powerOfTen(drop);
  const dividend = amount.digits < maxInt64 ? wrapped(amount.digits) : BigInt(amount.digits);
  return wrapped(dividend / divisor + (dividend % divisor === 0n ? 0n : 1n));
}

/** amount.go, AsCanonicalBytes: as large an exponent as loses no digit, and a multiple of three. */
function decimalText(amount: Decimal, format: QuantityFormat): string {
  const digits = String(amount.digits);
  let end = digits.length;
  while (digits.charCodeAt(end - 1) === 48) end--;
  const exponent = amount.exponent + (digits.length - end);
  const rest = ((exponent % 3) + 3) % 3;
  return digits.slice(0, end) + '0'.repeat(rest) + decimalSuffix(exponent - rest, format);
}

const smallestBinary = new Amount(1024, 0, 'BinarySI', 'int64');

/** Quantity.CanonicalizeBytes: small or fractional amounts are written as decimals, so that nothing is lost. */
function binaryText(amount: Amount): string {
  const size = amount.sign < 0 ? new Amount(-amount.digits, amount.exponent, 'BinarySI', 'decimal') : amount;
  const whole = roundedUp(amount, 0);
  if (size.compare(smallestBinary) < 0 || !whole.exact || whole.exponent > maxZeros)
    return decimalText(amount, 'DecimalSI');
  let digits = BigInt(digitsAt(whole, 0));
  let times = 0;
  for (; digits % 1024n === 0n; times++) digits /= 1024n;
  return `${digits}${binarySuffix(times)}`;
}
