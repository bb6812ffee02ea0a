import type { Check, CheckVersion } from '../check.js';
import { securityContextsOf } from '../subject.js';

/**
 * SELinux types are those made for containers, and users and roles must not be set.
 *
 * Restricted fields: `securityContext.seLinuxOptions.type` of the Pod and of each container
 * Allowed values: undefined, empty, container_t, container_init_t, container_kvm_t; container_engine_t from v1.31 on
 *
 * Restricted fields: `securityContext.seLinuxOptions.{user,role}` of the Pod and of each container
 * Allowed values: undefined, empty
 * (policy/check_seLinuxOptions.go)
 */
const types = ['', 'container_t', 'container_init_t', 'container_kvm_t'];

function finder(allowed: readonly string[]): CheckVersion['find'] {
  return (subject) =>
    securityContextsOf(subject)
      .map((context) => context.at('seLinuxOptions'))
      .flatMap((options) => [
        ...(allowed.includes(options.at('type').text) ? [] : [options.at('type')]),
        ...[options.at('user'), options.at('role')].filter(({ text }) => text !== ''),
      ]);
}

export const seLinuxOptions: Check = {
  id: 'seLinuxOptions',
  level: 'baseline',
  versions: [
    { since: 0, find: finder(types) },
    { since: 31, find: finder([...types, 'container_engine_t']) },
  ],
};
