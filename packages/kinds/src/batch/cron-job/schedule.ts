import { type Message, defineMessages } from '@podlint/messages';
import { isTimeZone } from '@podlint/model';
import { plainList } from '@podlint/validation';
import { durationProblem } from './go-duration.js';

const says = defineMessages('cron-schedule', {
  'day-of-month': 'day of the month',
  'day-of-week': 'day of the week',
  'no-fields': 'nothing follows the time zone',
  'unknown-zone': 'there is no time zone "{zone}"',
  'field-count': 'it has {count} fields instead of five: minute, hour, day of the month, month, day of the week',
  'invalid-field': 'the {field} "{text}" cannot be read: {problem}',
  'unknown-word': 'the words that it takes are {words} and "@every 1h30m"',
  'two-slashes': '"{range}" has more than one "/"',
  'invalid-step': 'the step "{step}" is not a number',
  'zero-step': 'a step is at least 1',
  'two-dashes': '"{range}" has more than one "-"',
  'not-a-number': '"{text}" is not a number',
  'out-of-range': 'it goes from {min} to {max}',
  backwards: '{start} comes after {end}',
  minute: 'minute',
  hour: 'hour',
  month: 'month',
});

/** The range of one of the five fields, and the words that stand for its numbers. */
interface Bounds {
  readonly field: () => Message;
  readonly min: number;
  readonly max: number;
  readonly names?: readonly string[];
}

const monthNames = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const dayNames = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];

const bounds: readonly Bounds[] = [
  { field: says.minute, min: 0, max: 59 },
  { field: says.hour, min: 0, max: 23 },
  { field: says['day-of-month'], min: 1, max: 31 },
  { field: says.month, min: 1, max: 12, names: monthNames },
  { field: says['day-of-week'], min: 0, max: 6, names: dayNames },
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
export function scheduleProblem(schedule: string): Message | undefined {
  const zoned = /^(?:CRON_)?TZ=/.exec(schedule);
  if (!zoned) return plainProblem(schedule);
  const space = schedule.indexOf(' ');
  if (space < 0) return says['no-fields']();
  const zone = schedule.slice(zoned[0].length, space);
  if (zone !== '' && zone !== 'Local' && !isTimeZone(zone)) return says['unknown-zone']({ zone });
  return plainProblem(wordsOf(schedule.slice(space)).join(' '));
}

function plainProblem(schedule: string): Message | undefined {
  if (schedule.startsWith('@')) return descriptorProblem(schedule);
  const fields = wordsOf(schedule);
  if (fields.length !== bounds.length) {
    return says['field-count']({ count: fields.length });
  }
  for (const [i, bound] of bounds.entries()) {
    const text = fields[i]!;
    const problem = fieldProblem(text, bound);
    if (problem) return says['invalid-field']({ field: bound.field(), text, problem });
  }
  return undefined;
}

function wordsOf(text: string): string[] {
  return text.split(spaces).filter((word) => word !== '');
}

function descriptorProblem(descriptor: string): Message | undefined {
  if (descriptors.has(descriptor)) return undefined;
  if (descriptor.startsWith(every)) return durationProblem(descriptor.slice(every.length));
  return says['unknown-word']({ words: plainList(descriptors) });
}

function fieldProblem(field: string, bound: Bounds): Message | undefined {
  for (const range of field.split(',')) {
    const problem = range === '' ? undefined : rangeProblem(range, bound);
    if (problem) return problem;
  }
  return undefined;
}

/** `*`, `?`, `5`, `1-5`, each perhaps with `/2`. */
function rangeProblem(range: string, bound: Bounds): Message | undefined {
  const [limits = '', step, ...more] = range.split('/');
  if (more.length > 0) return says['two-slashes']({ range });
  if (step !== undefined && !isWholeNumber(step)) return says['invalid-step']({ step });
  return (
    limitsProblem(limits, step !== undefined, bound) ??
    (step !== undefined && Number(step) === 0 ? says['zero-step']() : undefined)
  );
}

/** With steps, a single number is the start of a range that goes on to the end. */
function limitsProblem(limits: string, stepped: boolean, bound: Bounds): Message | undefined {
  const [low = '', high, ...more] = limits.split('-');
  // Whatever follows a star is not looked at.
  if (low === '*' || low === '?') return undefined;
  if (more.length > 0) return says['two-dashes']({ range: limits });
  const start = valueOf(low, bound);
  const end = high === undefined ? (stepped ? bound.max : start) : valueOf(high, bound);
  if (start === undefined) return says['not-a-number']({ text: low });
  if (end === undefined) return says['not-a-number']({ text: high ?? '' });
  if (start < bound.min || end > bound.max) return says['out-of-range']({ min: bound.min, max: bound.max });
  return start > end ? says.backwards({ start, end }) : undefined;
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
