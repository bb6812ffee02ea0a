import type { Check, Violation } from '../check.js';
import { securityContextsOf, type Subject } from '../subject.js';

/**
 * The node's default AppArmor profile must not be switched off.
 *
 * Restricted fields: `metadata.annotations[container.apparmor.security.beta.kubernetes.io/*]`
 * Allowed values: runtime/default, localhost/*, empty, undefined
 *
 * Restricted fields: `securityContext.appArmorProfile.type` of the Pod and of each container
 * Allowed values: RuntimeDefault, Localhost, undefined
 * (policy/check_appArmorProfile.go)
 */
const prefix = 'container.apparmor.security.beta.kubernetes.io/';
const allowedTypes = new Set(['RuntimeDefault', 'Localhost']);

function isAllowedAnnotation(value: string): boolean {
  return value === '' || value === 'runtime/default' || value.startsWith('localhost/');
}

function find(subject: Subject): readonly Violation[] {
  const profiles = securityContextsOf(subject).map((context) => context.at('appArmorProfile'));
  const types = profiles
    .filter((profile) => profile.isSet && !allowedTypes.has(profile.at('type').text))
    .map((profile) => ({ path: profile.at('type').path, counted: profile.at('type').text }));
  return [...types, ...annotations(subject)];
}

function annotations({ metadata }: Subject): readonly Violation[] {
  const all = metadata.at('annotations');
  return all.keys
    .filter((key) => key.startsWith(prefix) && !isAllowedAnnotation(all.key(key).text))
    .map((key) => ({ path: all.key(key).path, counted: `${key}=${all.key(key).text}` }));
}

export const appArmorProfile: Check = {
  id: 'appArmorProfile',
  level: 'baseline',
  versions: [{ since: 0, find }],
};
