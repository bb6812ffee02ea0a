import { unless, type Check, type CheckVersion } from '../check.js';
import { containerContextsOf, isInUserNamespace } from '../subject.js';

/**
 * What container runtimes hide of /proc must stay hidden.
 *
 * Restricted fields: `spec.{containers,initContainers,ephemeralContainers}[*].securityContext.procMount`
 * Allowed values: undefined, Default
 * From v1.35 on baseline takes any value with `spec.hostUsers: false`; restricted has the check of its own below.
 * (policy/check_procMount_baseline.go)
 */
const find: CheckVersion['find'] = (subject) =>
  containerContextsOf(subject)
    .map((context) => context.at('procMount'))
    .filter(({ isSet, value }) => isSet && value !== 'Default');

export const procMount: Check = {
  id: 'procMount',
  level: 'baseline',
  versions: [
    { since: 0, find },
    { since: 35, find: unless(isInUserNamespace, find) },
  ],
};

/** The same without the exemption of user namespaces (policy/check_procMount_restricted.go). */
export const procMountRestricted: Check = {
  id: 'procMount_restricted',
  level: 'restricted',
  versions: [{ since: 35, overrides: ['procMount'], find }],
};
