import { own } from '@podlint/plain';

/** What is wrong with a text that is no duration. */
export type DurationProblem = 'empty' | 'negative' | 'blanks' | 'no-duration';

/** A length of time as people write it. */
export type Duration =
  | { readonly seconds: number; readonly problem?: undefined }
  | { readonly seconds?: undefined; readonly problem: DurationProblem };

const secondsIn: Readonly<Record<string, number>> = { ms: 0.001, s: 1, m: 60, h: 3600 };
const parts = /(?<!\d)(\d+(?:\.\d+)?)(ms|s|m|h)/g;
const wholeText = /^(?:\d+(?:\.\d+)?(?:ms|s|m|h))+$/;
const plainNumber = /^\d+(?:\.\d+)?$/;

/** Reads `90s`, `1m30s`, `2m`, `1.5h`, `500ms`, and a plain number as seconds. */
export function parseDuration(text: string): Duration {
  if (plainNumber.test(text)) return { seconds: Number(text) };
  if (wholeText.test(text))
    return {
      seconds: sum([...text.matchAll(parts)].map(([, amount, unit]) => Number(amount) * own(secondsIn, unit!)!)),
    };
  if (text.trim() === '') return { problem: 'empty' };
  if (text.startsWith('-')) return { problem: 'negative' };
  if (/\s/.test(text)) return { problem: 'blanks' };
  return { problem: 'no-duration' };
}

function sum(numbers: readonly number[]): number {
  // Milliseconds are as fine as it gets; adding fractions must not leave more digits.
  return Math.round(numbers.reduce((total, number) => total + number, 0) * 1000) / 1000;
}
