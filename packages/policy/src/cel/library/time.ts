import { declare, method, type FunctionDeclaration, type Operation } from '../environment.js';
import { durationType, intType, stringType, timestampType } from '../types.js';
import { noSuchOverload } from '../values/failures.js';
import { intOf } from '../values/int.js';
import { dateAt, secondsOf } from '../values/time.js';
import { Duration, Failure, Timestamp } from '../values/value.js';

type Part = (date: Date, timestamp: Timestamp) => number;

const dayInMilliseconds = 86_400_000;

function dayOfYear(date: Date): number {
  const start = new Date(date.getTime());
  start.setUTCMonth(0, 1);
  return Math.round((date.getTime() - start.getTime()) / dayInMilliseconds);
}

/** Months, and days where the name says so, count from 0. */
const parts: readonly (readonly [name: string, id: string, part: Part])[] = [
  ['getFullYear', 'timestamp_to_year', (date) => date.getUTCFullYear()],
  ['getMonth', 'timestamp_to_month', (date) => date.getUTCMonth()],
  ['getDayOfYear', 'timestamp_to_day_of_year', dayOfYear],
  ['getDayOfMonth', 'timestamp_to_day_of_month', (date) => date.getUTCDate() - 1],
  ['getDate', 'timestamp_to_day_of_month_1_based', (date) => date.getUTCDate()],
  ['getDayOfWeek', 'timestamp_to_day_of_week', (date) => date.getUTCDay()],
  ['getHours', 'timestamp_to_hours', (date) => date.getUTCHours()],
  ['getMinutes', 'timestamp_to_minutes', (date) => date.getUTCMinutes()],
  ['getSeconds', 'timestamp_to_seconds', (date) => date.getUTCSeconds()],
  ['getMilliseconds', 'timestamp_to_milliseconds', (_date, { nanoseconds }) => Math.trunc(nanoseconds / 1e6)],
];

function timePart(part: Part): Operation {
  return (timestamp, zone = 'UTC') => {
    if (!(timestamp instanceof Timestamp) || typeof zone !== 'string') return noSuchOverload;
    const date = dateAt(timestamp, zone);
    return date instanceof Failure ? date : part(date, timestamp);
  };
}

/** Whole units of a duration, cut towards zero; all but milliseconds by way of a double. */
const durationParts: ReadonlyMap<string, (nanoseconds: bigint) => bigint> = new Map([
  ['getHours', (nanoseconds) => BigInt(Math.trunc(secondsOf(nanoseconds) / 3600))],
  ['getMinutes', (nanoseconds) => BigInt(Math.trunc(secondsOf(nanoseconds) / 60))],
  ['getSeconds', (nanoseconds) => BigInt(Math.trunc(secondsOf(nanoseconds)))],
  ['getMilliseconds', (nanoseconds) => nanoseconds / 1_000_000n],
]);

function durationPart(part: (nanoseconds: bigint) => bigint): Operation {
  return (duration) => (duration instanceof Duration ? intOf(part(duration.nanoseconds)) : noSuchOverload);
}

export const timeFunctions: readonly FunctionDeclaration[] = parts.map(([name, id, part]) => {
  const ofDuration = durationParts.get(name);
  const overloads = [
    method(id, [timestampType], intType, timePart(part)),
    method(`${id}_with_tz`, [timestampType, stringType], intType, timePart(part)),
  ];
  const unit = id.slice('timestamp_'.length);
  if (ofDuration) overloads.push(method(`duration_${unit}`, [durationType], intType, durationPart(ofDuration)));
  return declare(name, ...overloads);
});
