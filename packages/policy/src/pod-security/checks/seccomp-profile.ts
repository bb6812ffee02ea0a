import { unless, type Check, type Violation } from '../check.js';
import type { Place } from '../place.js';
import { containerContextsOf, containersOf, isWindows, securityContextsOf, type Subject } from '../subject.js';

const podAnnotation = 'seccomp.security.alpha.kubernetes.io/pod';
const containerAnnotation = 'container.seccomp.security.alpha.kubernetes.io/';

function isAllowedAnnotation(value: string): boolean {
  return value === 'runtime/default' || value === 'docker/default' || value.startsWith('localhost/');
}

function inAnnotations(subject: Subject): readonly Violation[] {
  const annotations = subject.metadata.at('annotations');
  const names = containersOf(subject).map((container) => containerAnnotation + container.at('name').text);
  return [podAnnotation, ...names]
    .map((name) => annotations.key(name))
    .filter(({ isSet, text }) => isSet && !isAllowedAnnotation(text));
}

const allowedTypes = new Set(['RuntimeDefault', 'Localhost']);

function isWrong(profile: Place): boolean {
  return profile.isSet && !allowedTypes.has(profile.at('type').text);
}

const typeOf = (profile: Place): Place => profile.at('type');
const profileIn = (context: Place): Place => context.at('seccompProfile');

function wrongIn(subject: Subject): readonly Place[] {
  return securityContextsOf(subject).map(profileIn).filter(isWrong).map(typeOf);
}

/**
 * Where a seccomp profile is named, it is the runtime's or one of the node's.
 *
 * Until v1.18. Restricted fields: `metadata.annotations[seccomp.security.alpha.kubernetes.io/pod]` and
 * `metadata.annotations[container.seccomp.security.alpha.kubernetes.io/<container>]`
 * Allowed values: runtime/default, docker/default, localhost/*, undefined
 *
 * From v1.19 on. Restricted fields: `securityContext.seccompProfile.type` of the Pod and of each container
 * Allowed values: RuntimeDefault, Localhost, undefined
 * (policy/check_seccompProfile_baseline.go)
 */
export const seccompProfileBaseline: Check = {
  id: 'seccompProfile_baseline',
  level: 'baseline',
  versions: [
    { since: 0, find: inAnnotations },
    { since: 19, find: wrongIn },
  ],
};

/**
 * A seccomp profile is named, and it is the runtime's or one of the node's.
 *
 * Restricted fields: `securityContext.seccompProfile.type` of the Pod and of each container
 * Allowed values: RuntimeDefault, Localhost; undefined in a container where the Pod has one
 * From v1.25 on Pods with `spec.os.name: windows` are exempt. (policy/check_seccompProfile_restricted.go)
 */
function missingOrWrongIn(subject: Subject): readonly Violation[] {
  const wrong = wrongIn(subject);
  const ofPod = profileIn(subject.spec.at('securityContext'));
  if (wrong.length > 0 || (ofPod.isSet && !isWrong(ofPod))) return wrong;
  return containerContextsOf(subject)
    .map(profileIn)
    .filter(({ isSet }) => !isSet)
    .map(typeOf);
}

const overrides = ['seccompProfile_baseline'];

export const seccompProfileRestricted: Check = {
  id: 'seccompProfile_restricted',
  level: 'restricted',
  versions: [
    { since: 19, overrides, find: missingOrWrongIn },
    { since: 25, overrides, find: unless(isWindows, missingOrWrongIn) },
  ],
};
