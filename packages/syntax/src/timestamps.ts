const date = /^(\d{4})-(\d{1,2})-(\d{1,2})/;
const clock = /^(\d{1,2}):(\d{1,2}):(\d{1,2})(?:[.,]\d+)?(Z|[-+](\d\d):(\d\d))?$/;

/**
 * A text that go-yaml takes behind `!!timestamp`: its four formats (resolve.go, allowedTimestampFormats), read by Go's
 * time.Parse.
 */
export function isTimestamp(text: string): boolean {
  const day = date.exec(text);
  if (!day || !isDay(Number(day[1]), Number(day[2]), Number(day[3]))) return false;
  const rest = text.slice(day[0].length);
  if (rest === '') return true;
  const time = clock.exec(rest.slice(1));
  if (!time || !isClock(time)) return false;
  const zone = time[4];
  return rest.startsWith(' ') ? zone === undefined : /^[Tt]/.test(rest) && zone !== undefined;
}

function isDay(year: number, month: number, day: number): boolean {
  if (month < 1 || month > 12 || day < 1) return false;
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  const days = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
  return day <= days[month - 1]!;
}

function isClock([, hour, minute, second, , zoneHour = '0', zoneMinute = '0']: RegExpExecArray): boolean {
  return (
    Number(hour) < 24 && Number(minute) < 60 && Number(second) < 60 && Number(zoneHour) <= 24 && Number(zoneMinute) < 60
  );
}

/** A timestamp as encoding/json writes it: RFC 3339, with a zone, and a fraction without zeros at its end. */
export function timestampAsJson(text: string): string {
  const [day, year, month, date_] = date.exec(text)!;
  const [, hour = '0', minute = '0', second = '0', zone = 'Z'] = clock.exec(text.slice(day.length + 1)) ?? [];
  const fraction = /[.,](\d+)/
    .exec(text)?.[1]
    ?.slice(0, 9)
    .replace(/(?<!0)0+$/, '');
  const time = [hour, minute, second].map(twoDigits).join(':');
  return `${year}-${twoDigits(month!)}-${twoDigits(date_!)}T${time}${fraction ? `.${fraction}` : ''}${/^[-+]00:00$/.test(zone) ? 'Z' : zone}`;
}

function twoDigits(text: string): string {
  return text.padStart(2, '0');
}
