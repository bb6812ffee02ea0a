/** How the amount was written, and so how it is written back: `2M`, `2Mi`, `2e6`. */
export type QuantityFormat = 'DecimalSI' | 'BinarySI' | 'DecimalExponent';

/**
 * A resource amount (cpu, memory, sizeLimit, ...), as apimachinery/pkg/api/resource reads, compares and writes it.
 * Immutable.
 */
export interface Quantity {
  readonly sign: -1 | 0 | 1;
  readonly format: QuantityFormat;

  /** By amount alone: `1` and `1000m` are equal. */
  compare(other: Quantity): -1 | 0 | 1;

  /** The sum, written in this quantity's format (in the other's when this one is zero). */
  plus(other: Quantity): Quantity;

  /** The difference, written as `plus` writes the sum (Go's `Sub`). */
  minus(other: Quantity): Quantity;

  /** Whole units, a fraction rounded up: Go's `Value()`, whose overflows of int64 it shares. */
  value(): bigint;

  /** Thousandths, a fraction rounded up: Go's `MilliValue()`, whose overflows of int64 it shares. */
  milliValue(): bigint;

  /** Whole units, where it is held as an int64 without a fraction (Go's `AsInt64`): `1000m` is not. */
  asInt64(): bigint | undefined;

  /** Go's `AsApproximateFloat64`. */
  asApproximateFloat(): number;

  /** This amount, or the next one above it that is a whole number of thousandths (Go's `RoundUp(Milli)`). */
  roundUpToMilli(): Quantity;

  /** Whether the server takes it where a resource counts whole things (`MilliValue()%1000 == 0`). */
  isWhole(): boolean;

  /** The canonical text, as the server stores it: `1000m` -> `1`, `1.5Gi` -> `1536Mi`. */
  toString(): string;
}
