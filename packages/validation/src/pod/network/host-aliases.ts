import { type Message, defineMessages } from '@podlint/messages';
import type { Decoded, FieldPath, Minor, core } from '@podlint/model';
import type { Context } from '../../context.js';
import { dnsSubdomainProblem } from '../../formats.js';
import { ipFieldMessage } from './ip-field.js';

const says = defineMessages('host-alias', {
  'invalid-hostname': '"{hostname}" cannot be the name of a host: {problem}.',
});

type HostAlias = Decoded<core.HostAlias>;

/**
 * Before, the server named the fields without the list's indexes (ValidateHostAliases,
 * pkg/apis/core/validation/validation.go).
 */
const indexesNamedSince: Minor = 30;

/** Lines of the containers' /etc/hosts. */
export function validateHostAliases(aliases: readonly HostAlias[], path: FieldPath, context: Context): void {
  aliases.forEach(({ ip = '', hostnames = [] }, i) => {
    const ipMessage = ipFieldMessage(ip, context);
    if (ipMessage) reportField('ip', path.index(i).child('ip'), ipMessage, path, context);
    hostnames.forEach((hostname, j) => {
      const problem = dnsSubdomainProblem(hostname);
      if (problem)
        reportField(
          'hostnames',
          path.index(i).child('hostnames').index(j),
          says['invalid-hostname']({ hostname, problem }),
          path,
          context,
        );
    });
  });
}

function reportField(
  field: 'ip' | 'hostnames',
  place: FieldPath,
  message: Message,
  path: FieldPath,
  { minor, report }: Context,
): void {
  if (minor >= indexesNamedSince) report.invalid(place, message);
  else report.invalid(path.child(field), message, { at: place });
}
