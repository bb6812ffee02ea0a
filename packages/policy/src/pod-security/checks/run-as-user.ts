import { unless, type Check, type CheckVersion } from '../check.js';
import { isInUserNamespace, securityContextsOf } from '../subject.js';

/**
 * Containers must not be told to run as user 0.
 *
 * Restricted fields: `securityContext.runAsUser` of the Pod and of each container
 * Allowed values: undefined, anything but 0
 * From v1.35 on any value with `spec.hostUsers: false`. (policy/check_runAsUser.go)
 */
const find: CheckVersion['find'] = (subject) =>
  securityContextsOf(subject)
    .map((context) => context.at('runAsUser'))
    .filter(({ value }) => value === 0);

export const runAsUser: Check = {
  id: 'runAsUser',
  level: 'restricted',
  versions: [
    { since: 23, find },
    { since: 35, find: unless(isInUserNamespace, find) },
  ],
};
