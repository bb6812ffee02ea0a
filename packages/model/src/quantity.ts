/** A resource amount, read exactly as apimachinery's resource.Quantity reads it. Being written. */
export interface Quantity {
  /** -1, 0 or 1. */
  readonly sign: -1 | 0 | 1;
  compare(other: Quantity): -1 | 0 | 1;
  /** The canonical text, as the server stores it: `1000m` -> `1`. */
  toString(): string;
}
export function parseQuantity(_text: string | number): Quantity | undefined {
  return undefined;
}
