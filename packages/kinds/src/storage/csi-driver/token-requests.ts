import { defineMessages } from '@podlint/messages';
import type { Decoded, FieldPath, storage } from '@podlint/model';
import { type Context, FirstUses, related } from '@podlint/validation';

const says = defineMessages('token-request', {
  'audience-twice': 'A token for the audience "{audience}" is asked for already. Remove one.',
  'too-short': 'A token of {seconds} s is not given out. Use {limit} or more.',
  'too-long': 'A token of {seconds} s is not given out. Use {limit} at most.',
});

const minSeconds = 600;
const maxSeconds = 2 ** 32;

/** validateTokenRequests, pkg/apis/storage/validation. */
export function validateTokenRequests(
  requests: readonly Decoded<storage.TokenRequest>[],
  path: FieldPath,
  { report }: Context,
): void {
  const uses = new FirstUses<number>();
  requests.forEach(({ audience = '', expirationSeconds: seconds }, i) => {
    const first = uses.record(audience, i);
    const secondsPath = path.index(i).child('expirationSeconds');
    if (first !== undefined)
      report.duplicate(path.index(i).child('audience'), says['audience-twice']({ audience }), {
        related: [{ field: path.index(first).child('audience'), message: related['first-one']() }],
      });
    else if (seconds === undefined) return;
    else if (seconds < minSeconds) report.invalid(secondsPath, says['too-short']({ seconds, limit: minSeconds }));
    else if (seconds > maxSeconds) report.invalid(secondsPath, says['too-long']({ seconds, limit: maxSeconds }));
  });
}
