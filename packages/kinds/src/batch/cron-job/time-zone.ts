import { type Message, defineMessages } from '@podlint/messages';
import { isTimeZone } from '@podlint/model';

const says = defineMessages('time-zone', {
  empty: "it is empty; name a zone, or remove the field to use the cluster's own",
  'invalid-part': 'its parts are words of up to 14 letters, such as "Europe/Berlin"',
  local: '"Local" would mean another zone on every machine; name one, such as "Europe/Berlin"',
  unknown: 'the server knows no zone of this name, and it minds upper and lower case; "Europe/Berlin" is one',
});

/** What a part between slashes may be (validTimeZoneCharacters, pkg/apis/batch/validation). */
const partPattern = /^[A-Za-z._0-9+-]{1,14}$/;

/**
 * Why a CronJob cannot have the time zone (validateTimeZone, pkg/apis/batch/validation, and Go's time.LoadLocation).
 */
export function timeZoneProblem(name: string): Message | undefined {
  if (name === '') return says.empty();
  for (const part of name.split('/')) {
    if (part === '.' || part === '..' || part.startsWith('-') || !partPattern.test(part)) return says['invalid-part']();
  }
  if (name.toLowerCase() === 'local') return says.local();
  return isTimeZone(name) ? undefined : says.unknown();
}
