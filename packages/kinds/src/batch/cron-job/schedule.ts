import { isTimeZone } from '@podlint/model';
import { durationProblem } from './go-duration.js';

/** The range of one of the five fields, and the words that stand for its numbers. */
interface Bounds {
  readonly field: string;
  readonly min: number;
  readonly max: number;
  readonly names?: readonly string[];
}

const monthNames = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const dayNames = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];

const bounds: readonly Bounds[] = [
  { field: 'minute', min: 0, max: 59 },
  { field: 'hour', min: 0, max: 23 },
  { field: 'day of the month', min: 1, max: 31 },
  { field: 'month', min: 1, max: 12, names: monthNames },
  { field: 'day of the week', min: 0, max: 6, names: dayNames },
];

const descriptors: ReadonlySet<string> = new Set([
  '@yearly',
  '@annually',
  '@monthly',
  '@weekly',
  '@daily',
  '@midnight',
  '@hourly',
]);
const every = '@every ';

/** What Go's unicode.IsSpace takes. */
const spaces = /[\t-\r \u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+/;
const integerPattern = /^[+-]?[0-9]+$/;

/** Why the text is not a schedule as github.com/robfig/cron v3 reads it (ParseStandard); undefined when it is one. */
export function scheduleProblem(schedule: string): string | undefined {
  const zoned = /^(?:CRON_)?TZ=/.exec(schedule);
  if (!zoned) return plainProblem(schedule);
  const space = schedule.indexOf(' ');
  if (space < 0) return 'nothing follows the time zone';
  const zone = schedule.slice(zoned[0].length, space);
  if (zone !== '' && zone !== 'Local' && !isTimeZone(zone)) return `there is no time zone "${zone}"`;
  return plainProblem(wordsOf(schedule.slice(space)).join(' '));
}

function plainProblem(schedule: string): string | undefined {
  if (schedule.startsWith('@')) return descriptorProblem(schedule);
  const fields = wordsOf(schedule);
  if (fields.length !== bounds.length) {
    return `it has ${fields.length} fields instead of five: minute, hour, day of the month, month, day of the week`;
  }
  for (const [i, bound] of bounds.entries()) {
    const problem = fieldProblem(fields[i]!, bound);
    if (problem) return `the ${bound.field} "${fields[i]}" cannot be read: ${problem}`;
  }
  return undefined;
}

function wordsOf(text: string): string[] {
  return text.split(spaces).filter((word) => word !== '');
}

function descriptorProblem(descriptor: string): string | undefined {
  if (descriptors.has(descriptor)) return undefined;
  if (descriptor.startsWith(every)) return durationProblem(descriptor.slice(every.length));
  return `the words that it takes are ${[...descriptors].join(', ')} and "@every 1h30m"`;
}

function fieldProblem(field: string, bound: Bounds): string | undefined {
  for (const range of field.split(',')) {
    const problem = range === '' ? undefined : rangeProblem(range, bound);
    if (problem) return problem;
  }
  return undefined;
}

/** `*`, `?`, `5`, `1-5`, each perhaps with `/2`. */
function rangeProblem(range: string, bound: Bounds): string | undefined {
  const [limits = '', step, ...more] = range.split('/');
  if (more.length > 0) return `"${range}" has more than one "/"`;
  if (step !== undefined && !isWholeNumber(step)) return `the step "${step}" is not a number`;
  return (
    limitsProblem(limits, step !== undefined, bound) ??
    (step !== undefined && Number(step) === 0 ? 'a step is at least 1' : undefined)
  );
}

/** With steps, a single number is the start of a range that goes on to the end. */
function limitsProblem(limits: string, stepped: boolean, bound: Bounds): string | undefined {
  const [low = '', high, ...more] = limits.split('-');
  // Whatever follows a star is not looked at.
  if (low === '*' || low === '?') return undefined;
  if (more.length > 0) return `"${limits}" has more than one "-"`;
  const start = valueOf(low, bound);
  const end = high === undefined ? (stepped ? bound.max : start) : valueOf(high, bound);
  if (start === undefined || end === undefined) return `"${start === undefined ? low : high}" is not a number`;
  if (start < bound.min || end > bound.max) return `it goes from ${bound.min} to ${bound.max}`;
  return start > end ? `${start} comes after ${end}` : undefined;
}

function valueOf(text: string, { names, min }: Bounds): number | undefined {
  const named = names?.indexOf(text.toLowerCase()) ?? -1;
  if (named >= 0) return named + min;
  return isWholeNumber(text) ? Number(text) : undefined;
}

/** strconv.Atoi without negative numbers. */
function isWholeNumber(text: string): boolean {
  return integerPattern.test(text) && Number(text) >= 0 && Number(text) < 2 ** 63;
}
