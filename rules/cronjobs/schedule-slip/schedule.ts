interface CronField {
  readonly name: string;
  readonly next: string;
  readonly min: number;
  readonly max: number;
}

/** As github.com/robfig/cron v3 has them (parser.go), which the CronJob controller reads schedules with. */
const cronFields: readonly CronField[] = [
  { name: 'minute', next: 'hour', min: 0, max: 59 },
  { name: 'hour', next: 'day', min: 0, max: 23 },
  { name: 'day of the month', next: 'month', min: 1, max: 31 },
  { name: 'month', next: 'year', min: 1, max: 12 },
  { name: 'day of the week', next: 'week', min: 0, max: 6 },
];

interface IdleStep {
  readonly index: number;
  readonly text: string;
  /** The only value that the field ever has. */
  readonly first: number;
  readonly name: string;
  readonly next: string;
}

/** Fields whose step leads out of them at once: a range from the start with a step counts up to the end only. */
export function idleStep(fields: readonly string[]): IdleStep[] {
  return cronFields.flatMap(({ name, next, min, max }, index) => {
    const text = fields[index] ?? '';
    const step = Number(/^[*?]\/(\d{1,9})$/.exec(text)?.[1] ?? 0);
    return step > max - min ? [{ index, text, first: min, name, next }] : [];
  });
}

/** The longest that each month gets. */
const monthDays = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const numbers = /^\d{1,2}(?:,\d{1,2})*$/;

/** Days that none of the months has. The day of the week helps where it is restricted: one of both is enough. */
export function impossibleDay([, , days = '', months = '', weekdays = '']: readonly string[]): boolean {
  if (!numbers.test(days) || !numbers.test(months) || !/^[*?]$/.test(weekdays)) return false;
  const lengths = months.split(',').map((month) => monthDays[Number(month) - 1] ?? 31);
  return days.split(',').every((day) => lengths.every((length) => Number(day) > length));
}

/** The days of one week of a month, and one day of the week: "the first Monday" was meant. */
export function weekOfMonth([, , days = '', , weekdays = '']: readonly string[]): boolean {
  const [, from, to] = /^(\d{1,2})-(\d{1,2})$/.exec(days) ?? [];
  return from !== undefined && Number(to) - Number(from) === 6 && /^(?:[0-6]|[a-z]{3})$/i.test(weekdays);
}
