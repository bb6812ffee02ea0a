import { own } from '@podlint/plain';
import { type Message, defineMessages } from '@podlint/messages';

const says = defineMessages('duration', {
  invalid: '"{text}" is not a duration such as "90s" or "1h30m"',
  'too-long': '"{text}" is longer than 292 years',
});

const nanosecondsPerUnit: Readonly<Record<string, number>> = {
  ns: 1,
  us: 1e3,
  '\u00b5s': 1e3,
  '\u03bcs': 1e3,
  ms: 1e6,
  s: 1e9,
  m: 60e9,
  h: 3600e9,
};
const durationPattern = /^[+-]?(?:(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:ns|us|\u00b5s|\u03bcs|ms|s|m|h))+$/;
const partPattern = /(?<![0-9.])([0-9.]+)([a-z\u00b5\u03bc]+)/g;
const maxNanoseconds = 2 ** 63;

/** Why Go's time.ParseDuration does not read the text; undefined when it does. */
export function durationProblem(text: string): Message | undefined {
  if (/^[+-]?0$/.test(text)) return undefined;
  if (!durationPattern.test(text)) return says.invalid({ text });
  let nanoseconds = 0;
  for (const [, amount, unit] of text.matchAll(partPattern))
    nanoseconds += Number(amount) * (own(nanosecondsPerUnit, unit!) ?? 0);
  return nanoseconds < maxNanoseconds ? undefined : says['too-long']({ text });
}
