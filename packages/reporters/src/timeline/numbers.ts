import type { TimeWindow } from '@podlint/kubelet';

/** `40 s`, `2.5 s`. */
export function seconds(value: number): string {
  return `${round(value)} s`;
}

/** `35-45 s`; a single moment is `35 s`. */
export function between({ earliest, latest }: TimeWindow): string {
  return round(earliest) === round(latest) ? seconds(earliest) : `${round(earliest)}-${round(latest)} s`;
}

/** `1st`, `22nd`, `13th`. */
export function ordinal(number: number): string {
  const isTeen = number % 100 >= 11 && number % 100 <= 13;
  return `${number}${(isTeen ? undefined : ['', 'st', 'nd', 'rd'][number % 10]) || 'th'}`;
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}
