import type { Check } from '../check.js';
import { containerContextsOf } from '../subject.js';

/**
 * Only capabilities that container runtimes give by default may be added, NET_RAW not among them.
 *
 * Restricted fields: `spec.{containers,initContainers,ephemeralContainers}[*].securityContext.capabilities.add`
 * Allowed values: undefined, empty, and those below
 * (policy/check_capabilities_baseline.go)
 */
const allowed: ReadonlySet<unknown> = new Set(
  'AUDIT_WRITE CHOWN DAC_OVERRIDE FOWNER FSETID KILL MKNOD NET_BIND_SERVICE SETFCAP SETGID SETPCAP SETUID SYS_CHROOT'.split(
    ' ',
  ),
);

export const capabilitiesBaseline: Check = {
  id: 'capabilities_baseline',
  level: 'baseline',
  versions: [
    {
      since: 0,
      find: (subject) =>
        containerContextsOf(subject)
          .flatMap((context) => context.at('capabilities', 'add').items)
          .filter(({ value }) => !allowed.has(value)),
    },
  ],
};
