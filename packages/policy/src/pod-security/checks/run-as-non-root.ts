import { unless, type Check, type Violation } from '../check.js';
import { containerContextsOf, isInUserNamespace, type Subject } from '../subject.js';

/**
 * Containers must not run as root.
 *
 * Restricted fields: `securityContext.runAsNonRoot` of the Pod and of each container
 * Allowed values: true; undefined in a container where the Pod says true
 * From v1.35 on any value with `spec.hostUsers: false`. (policy/check_runAsNonRoot.go)
 */
function find(subject: Subject): readonly Violation[] {
  const ofPod = subject.spec.at('securityContext', 'runAsNonRoot');
  const ofContainers = containerContextsOf(subject).map((context) => context.at('runAsNonRoot'));
  const wrong = [ofPod, ...ofContainers].filter(({ value }) => value === false);
  // Who says it outright stands for all; only without one are those named that say nothing.
  if (wrong.length > 0 || ofPod.value === true) return wrong;
  return ofContainers.filter(({ isSet }) => !isSet);
}

export const runAsNonRoot: Check = {
  id: 'runAsNonRoot',
  level: 'restricted',
  versions: [
    { since: 0, find },
    { since: 35, find: unless(isInUserNamespace, find) },
  ],
};
