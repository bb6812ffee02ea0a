import { durationOf, parseDuration } from '../../cel/values/time.js';
import { Duration } from '../../cel/values/value.js';

const second = 1_000_000_000n;
/** Names of units; of the last one of each more letters may follow (strfmt/duration.go). */
const units: readonly (readonly [names: readonly string[], nanoseconds: bigint])[] = [
  [['ns', 'nano'], 1n],
  [['us', 'µs', 'micro'], 1000n],
  [['ms', 'milli'], 1_000_000n],
  [['s', 'sec'], second],
  [['m', 'min'], 60n * second],
  [['h', 'hr', 'hour'], 3600n * second],
  [['d', 'day'], 86_400n * second],
  [['w', 'wk', 'week'], 604_800n * second],
];

/** A duration of Go, or of Scala (`22 ns`, `3 days`): strfmt.ParseDuration. */
export function parseLooseDuration(text: string): Duration | undefined {
  const strict = parseDuration(text);
  if (strict) return strict;
  const parts = [...text.matchAll(/(?<![0-9])([0-9]+)\s*([A-Za-zµ]+)/g)].map(([, count = '', unit = '']) =>
    partOf(count, unit),
  );
  const known = parts.filter((part) => part !== undefined);
  if (known.length === 0) return undefined;
  const sum = durationOf(known.reduce((total, part) => total + part, 0n));
  return sum instanceof Duration ? sum : undefined;
}

function partOf(count: string, name: string): bigint | undefined {
  const unit = units.find(([names]) => isNamed(names, name.toLowerCase()));
  return unit && count.length < 20 ? BigInt(count) * unit[1] : undefined;
}

function isNamed(names: readonly string[], name: string): boolean {
  return names.includes(name) || name.startsWith(names.at(-1) ?? name);
}
