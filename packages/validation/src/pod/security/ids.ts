import { type Message, defineMessages } from '@podlint/messages';

const says = defineMessages('user-id', {
  'out-of-range': 'ids are numbers from 0 to {max}',
});

/** The largest number that Linux container runtimes take for a user or a group. */
const maxId = 2 ** 31 - 1;

/** Why the number cannot be a user or a group (IsValidUserID and IsValidGroupID, apimachinery/pkg/util/validation). */
export function idProblem(id: number): Message | undefined {
  return id >= 0 && id <= maxId ? undefined : says['out-of-range']({ max: maxId });
}
