import { isTimeZone } from '@podlint/model';
import { intOf, intOverflow } from './int.js';
import { says } from './failures.js';
import { plainText } from './double.js';
import { Duration, Failure, Timestamp } from './value.js';

const nanosecondsPerSecond = 1_000_000_000n;
/** The seconds of 0001-01-01T00:00:00Z and 9999-12-31T23:59:59Z, the ends of a timestamp (timestamp.go). */
const firstSecond = -62135596800;
const lastSecond = 253402300799;

const timestampOverflow = new Failure(says.overflow({ type: 'google.protobuf.Timestamp' }));

export function durationOf(nanoseconds: bigint): Duration | Failure {
  return intOf(nanoseconds) instanceof Failure ? intOverflow : new Duration(nanoseconds);
}

export function timestampOf(seconds: number, nanoseconds: number, offset = 0): Timestamp | Failure {
  return seconds < firstSecond || seconds > lastSecond
    ? timestampOverflow
    : new Timestamp(seconds, nanoseconds, offset);
}

export function timestampPlus({ seconds, nanoseconds, offset }: Timestamp, by: bigint): Timestamp | Failure {
  const total = BigInt(nanoseconds) + by;
  const carry = (total - modulo(total)) / nanosecondsPerSecond;
  return timestampOf(seconds + Number(carry), Number(modulo(total)), offset);
}

function modulo(nanoseconds: bigint): bigint {
  return ((nanoseconds % nanosecondsPerSecond) + nanosecondsPerSecond) % nanosecondsPerSecond;
}

export function timestampMinus(a: Timestamp, b: Timestamp): Duration | Failure {
  const whole = BigInt(a.seconds - b.seconds) * nanosecondsPerSecond;
  return intOf(whole) instanceof Failure ? intOverflow : durationOf(whole + BigInt(a.nanoseconds - b.nanoseconds));
}

/** Seconds with the fewest digits of the double that Go makes of them (Duration.Seconds). */
export function durationText({ nanoseconds }: Duration): string {
  return `${plainText(secondsOf(nanoseconds))}s`;
}

export function secondsOf(nanoseconds: bigint): number {
  const rest = nanoseconds % nanosecondsPerSecond;
  return Number((nanoseconds - rest) / nanosecondsPerSecond) + Number(rest) / 1e9;
}

const units: ReadonlyMap<string, bigint> = new Map([
  ['ns', 1n],
  ['us', 1000n],
  ['µs', 1000n],
  ['μs', 1000n],
  ['ms', 1_000_000n],
  ['s', nanosecondsPerSecond],
  ['m', 60n * nanosecondsPerSecond],
  ['h', 3600n * nanosecondsPerSecond],
]);
const durationPart = /([0-9]*)(?:\.([0-9]*))?(ns|us|µs|μs|ms|s|m|h)/y;

/** time.ParseDuration; undefined where it fails. */
export function parseDuration(text: string): Duration | undefined {
  const negative = text.startsWith('-');
  const rest = negative || text.startsWith('+') ? text.slice(1) : text;
  if (rest === '0') return new Duration(0n);
  const size = rest === '' ? undefined : sumOfParts(rest);
  if (size === undefined) return undefined;
  const signed = negative ? -size : size;
  return intOf(signed) instanceof Failure ? undefined : new Duration(signed);
}

const largest = 2n ** 63n;

function sumOfParts(text: string): bigint | undefined {
  let sum = 0n;
  for (let at = 0; at < text.length; at = durationPart.lastIndex) {
    durationPart.lastIndex = at;
    const match = durationPart.exec(text);
    const [, whole = '', fraction = '', unit = ''] = match ?? [];
    if (!match || whole + fraction === '' || BigInt(whole) > largest) return undefined;
    sum += partOf(whole, fraction, units.get(unit)!);
    if (sum > largest) return undefined;
  }
  return sum;
}

/** The fraction is cut to what an int64 holds and multiplied as a double (leadingFraction). */
function partOf(whole: string, fraction: string, unit: bigint): bigint {
  let digits = 0n;
  let scale = 1;
  for (const digit of fraction) {
    const next = digits * 10n + BigInt(digit);
    if (next >= largest) break;
    digits = next;
    scale *= 10;
  }
  const part = digits === 0n ? 0 : Math.trunc(Number(digits) * (Number(unit) / scale));
  return BigInt(whole) * unit + BigInt(part);
}

const rfc3339 =
  /^([0-9]{4})-([0-9]{2})-([0-9]{2})T([0-9]{1,2}):([0-9]{2}):([0-9]{2})(?:[.,]([0-9]+))?(?:Z|([+-])([0-9]{2}):([0-9]{2}))$/;

/** time.Parse with RFC3339, which takes an hour of one digit and a comma too; undefined where it fails. */
export function parseTimestamp(text: string): Timestamp | Failure | undefined {
  const match = rfc3339.exec(text);
  if (!match) return undefined;
  const [year, month, day, hour, minute, second] = match.slice(1, 7).map(Number) as [
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  if (month < 1 || month > 12 || day < 1 || day > daysIn(year, month)) return undefined;
  if (hour > 23 || minute > 59 || second > 59) return undefined;
  const offset = offsetOf(match[8], match[9], match[10]);
  if (offset === undefined) return undefined;
  const nanoseconds = Number((match[7] ?? '').slice(0, 9).padEnd(9, '0'));
  return timestampOf(
    daysSinceEpoch(year, month, day) * 86400 + hour * 3600 + minute * 60 + second - offset,
    nanoseconds,
    offset,
  );
}

function offsetOf(sign = '+', hours = '0', minutes = '0'): number | undefined {
  if (Number(hours) > 24 || Number(minutes) > 60) return undefined;
  const size = Number(hours) * 3600 + Number(minutes) * 60;
  return sign === '-' && size > 0 ? -size : size;
}

function daysIn(year: number, month: number): number {
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return month === 2 ? (leap ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31;
}

function daysSinceEpoch(year: number, month: number, day: number): number {
  // Date.UTC takes years below 100 for years of the 20th century.
  const date = new Date(Date.UTC(2000, month - 1, day));
  date.setUTCFullYear(year, month - 1, day);
  return date.getTime() / 86_400_000;
}

/** RFC 3339 with as many digits of the fraction as are needed, in the offset it was written in. */
export function timestampText({ seconds, nanoseconds, offset }: Timestamp): string {
  const text = new Date((seconds + offset) * 1000).toISOString();
  const fraction =
    nanoseconds === 0
      ? ''
      : `.${String(nanoseconds)
          .padStart(9, '0')
          .replace(/(?<!0)0+$/, '')}`;
  return `${text.slice(0, text.indexOf('.'))}${fraction}${offsetText(offset)}`;
}

function offsetText(offset: number): string {
  if (offset === 0) return 'Z';
  const minutes = Math.trunc(Math.abs(offset) / 60);
  const pad = (part: number): string => String(part).padStart(2, '0');
  return `${offset < 0 ? '-' : '+'}${pad(Math.trunc(minutes / 60))}:${pad(minutes % 60)}`;
}

const wholeNumber = /^[+-]?[0-9]+$/;

/**
 * The time at an offset such as `-08:00` or in a zone such as `Europe/Berlin`, as a date whose UTC fields show it.
 * (standard.go, inTimeZone)
 */
export function dateAt({ seconds }: Timestamp, zone: string): Date | Failure {
  const colon = zone.indexOf(':');
  if (colon < 0) return dateInZone(seconds, zone);
  const [hours, minutes] = [zone.slice(0, colon), zone.slice(colon + 1)];
  if (!wholeNumber.test(hours) || !wholeNumber.test(minutes)) return unknownZone(zone);
  const offset = Number(hours) * 60 + (zone.startsWith('-') ? -Number(minutes) : Number(minutes));
  return new Date((seconds + offset * 60) * 1000);
}

function unknownZone(name: string): Failure {
  return new Failure(says['time-zone']({ name }));
}

function dateInZone(seconds: number, zone: string): Date | Failure {
  const instant = new Date(seconds * 1000);
  if (zone === '' || zone === 'UTC' || zone === 'Local') return instant;
  if (!isTimeZone(zone)) return unknownZone(zone);
  const parts = zoneFormat(zone)?.formatToParts(instant);
  if (!parts) return unknownZone(zone);
  const part = (type: string): number => Number(parts.find((candidate) => candidate.type === type)?.value);
  const date = new Date(Date.UTC(2000, part('month') - 1, part('day'), part('hour'), part('minute'), part('second')));
  date.setUTCFullYear(part('year'), part('month') - 1, part('day'));
  return date;
}

const formats = new Map<string, Intl.DateTimeFormat | undefined>();

function zoneFormat(timeZone: string): Intl.DateTimeFormat | undefined {
  if (!formats.has(timeZone)) formats.set(timeZone, makeZoneFormat(timeZone));
  return formats.get(timeZone);
}

function makeZoneFormat(timeZone: string): Intl.DateTimeFormat | undefined {
  try {
    return new Intl.DateTimeFormat('en-US', {
      timeZone,
      hourCycle: 'h23',
      ...{ year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric', second: 'numeric' },
    });
  } catch {
    // A zone of the server's that this machine's data lacks.
    return undefined;
  }
}
