import { isTimeZone } from '@podlint/model';

/** What a part between slashes may be (validTimeZoneCharacters, pkg/apis/batch/validation). */
const partPattern = /^[A-Za-z._0-9+-]{1,14}$/;

/**
 * Why a CronJob cannot have the time zone (validateTimeZone, pkg/apis/batch/validation, and Go's time.LoadLocation).
 */
export function timeZoneProblem(name: string): string | undefined {
  if (name === '') return "it is empty; name a zone, or remove the field to use the cluster's own";
  for (const part of name.split('/')) {
    if (part === '.' || part === '..' || part.startsWith('-') || !partPattern.test(part))
      return 'its parts are words of up to 14 letters, such as "Europe/Berlin"';
  }
  if (name.toLowerCase() === 'local')
    return '"Local" would mean another zone on every machine; name one, such as "Europe/Berlin"';
  return isTimeZone(name)
    ? undefined
    : 'the server knows no zone of this name, and it minds upper and lower case; "Europe/Berlin" is one';
}
