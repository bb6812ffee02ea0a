import { unless, type Check, type Violation } from '../check.js';
import type { Place } from '../place.js';
import { containerContextsOf, isWindows, type Subject } from '../subject.js';

/**
 * All capabilities are dropped, and only NET_BIND_SERVICE may be added.
 *
 * Restricted fields: `spec.{containers,initContainers,ephemeralContainers}[*].securityContext.capabilities.drop`
 * Allowed values: any list with ALL in it
 *
 * Restricted fields: `spec.{containers,initContainers,ephemeralContainers}[*].securityContext.capabilities.add`
 * Allowed values: undefined, empty, NET_BIND_SERVICE
 * From v1.25 on Pods with `spec.os.name: windows` are exempt. (policy/check_capabilities_restricted.go)
 */
function find(subject: Subject): readonly Violation[] {
  return containerContextsOf(subject).flatMap((context) => ofContainer(context.at('capabilities')));
}

function ofContainer(capabilities: Place): readonly Violation[] {
  const drop = capabilities.at('drop');
  const keeps = !drop.items.some(({ value }) => value === 'ALL');
  const added = capabilities.at('add').items.filter(({ value }) => value !== 'NET_BIND_SERVICE');
  return keeps ? [drop, ...added] : added;
}

const overrides = ['capabilities_baseline'];

export const capabilitiesRestricted: Check = {
  id: 'capabilities_restricted',
  level: 'restricted',
  versions: [
    { since: 22, overrides, find },
    { since: 25, overrides, find: unless(isWindows, find) },
  ],
};
