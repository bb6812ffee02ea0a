/**
 * A length of time as people write it; a problem says what is wrong with the text, as the end of a sentence that begins
 * with it.
 */
export type Duration =
  | { readonly seconds: number; readonly problem?: undefined }
  | { readonly seconds?: undefined; readonly problem: string };

const secondsIn: Readonly<Record<string, number>> = { ms: 0.001, s: 1, m: 60, h: 3600 };
const parts = /(\d+(?:\.\d+)?)(ms|s|m|h)/g;
const wholeText = /^(?:\d+(?:\.\d+)?(?:ms|s|m|h))+$/;
const plainNumber = /^\d+(?:\.\d+)?$/;

/** Reads `90s`, `1m30s`, `2m`, `1.5h`, `500ms`, and a plain number as seconds. */
export function parseDuration(text: string): Duration {
  if (plainNumber.test(text)) return { seconds: Number(text) };
  if (wholeText.test(text))
    return { seconds: sum([...text.matchAll(parts)].map(([, amount, unit]) => Number(amount) * secondsIn[unit!]!)) };
  if (text.trim() === '') return { problem: 'is empty; write a duration such as 90s or 1m30s' };
  if (text.startsWith('-')) return { problem: 'is negative; write a duration such as 90s or 1m30s' };
  if (/\s/.test(text)) return { problem: 'has blanks in it; write a duration such as 90s or 1m30s in one word' };
  return {
    problem:
      'is no duration; write numbers with the units h, m, s or ms, such as 90s or 1m30s, or a plain number of seconds',
  };
}

function sum(numbers: readonly number[]): number {
  // Milliseconds are as fine as it gets; adding fractions must not leave more digits.
  return Math.round(numbers.reduce((total, number) => total + number, 0) * 1000) / 1000;
}
