import { fieldAt } from '../rule/field.js';
import { set, type ChoiceProposal } from '../rule/rule.js';
import { textAt, type Gap } from './gap.js';

/** A schedule as other crons have it: with its time zone, with seconds or years, with 7 for Sunday, or in words. */
export function schedule(gap: Gap): ChoiceProposal[] {
  const written = textAt(gap, gap.path)?.trim() ?? '';
  return [...withoutZone(gap, written), ...otherwise(gap, written)];
}

function withoutZone(gap: Gap, written: string): ChoiceProposal[] {
  const timeZone = gap.path.holder.child('timeZone');
  const [, zone, rest] = /^(?:CRON_)?TZ=(\S+)\s+(\S.*)$/.exec(written) ?? [];
  if (zone === undefined || textAt(gap, timeZone) !== undefined) return [];
  const changes = [set(fieldAt(gap.path), rest), set(fieldAt(timeZone), zone)];
  return [{ title: `Set timeZone to "${zone}" instead`, changes }];
}

function otherwise({ path }: Gap, written: string): ChoiceProposal[] {
  const meant = inWords(written) ?? inFields(written.split(/\s+/));
  return meant === undefined || meant === written
    ? []
    : [{ title: `Write "${meant}"`, changes: [set(fieldAt(path), meant)] }];
}

/** `every 5m` and `5m` */
function inWords(written: string): string | undefined {
  const interval = /^(?:every\s+)?(\d+[smh])$/i.exec(written)?.[1];
  return interval === undefined ? undefined : `@every ${interval.toLowerCase()}`;
}

const second = /^(?:\d{1,2}|\*)$/;
const year = /^(?:\d{4}|\*)$/;

function inFields(fields: readonly string[]): string | undefined {
  const [first = '', last = ''] = [fields[0], fields.at(-1)];
  const five =
    fields.length === 7 && second.test(first) && year.test(last)
      ? fields.slice(1, -1)
      : fields.length === 6 && second.test(first)
        ? fields.slice(1)
        : fields;
  if (five.length !== 5) return undefined;
  return [...five.slice(0, -1), withSundayFirst(five.at(-1) ?? '')].join(' ');
}

/** Sunday is 0 only. */
function withSundayFirst(days: string): string {
  return days
    .split(',')
    .map((day) => (day === '7' ? '0' : day.replace(/^([1-6])-7$/, (_, from: string) => `0,${from}-6`)))
    .join(',');
}
