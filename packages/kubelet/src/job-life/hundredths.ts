/** Seconds, cut to the hundredths that the events of a Job are told in. */
export function hundredths(t: number): number {
  return Math.floor(t * 100 + 1e-6) / 100;
}
