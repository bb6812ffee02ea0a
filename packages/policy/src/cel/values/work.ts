/**
 * Work that upstream's cost model counts too low: adding lists, comparing deep values, writing large ones. Without a
 * bound of its own a hostile expression could take hours within its budget. Evaluation is synchronous, so one counter
 * is enough.
 */
const limit = 50_000_000;

let left = limit;

export class TooMuchWork extends Error {}

/** To be called before an expression is evaluated. */
export function startWork(): void {
  left = limit;
}

export function spend(units: number): void {
  left -= units;
  if (left < 0) throw new TooMuchWork();
}
