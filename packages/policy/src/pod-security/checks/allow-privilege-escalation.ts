import { unless, type Check, type CheckVersion } from '../check.js';
import { containerContextsOf, isWindows } from '../subject.js';

/**
 * Set-user-ID programs must not give a process more than its parent has.
 *
 * Restricted fields: `spec.{containers,initContainers,ephemeralContainers}[*].securityContext.allowPrivilegeEscalation`
 * Allowed values: false
 * From v1.25 on Pods with `spec.os.name: windows` are exempt. (policy/check_allowPrivilegeEscalation.go)
 */
const find: CheckVersion['find'] = (subject) =>
  containerContextsOf(subject)
    .map((context) => context.at('allowPrivilegeEscalation'))
    .filter(({ value }) => value !== false);

export const allowPrivilegeEscalation: Check = {
  id: 'allowPrivilegeEscalation',
  level: 'restricted',
  versions: [
    { since: 8, find },
    { since: 25, find: unless(isWindows, find) },
  ],
};
