import type { Check, CheckVersion } from '../check.js';

/**
 * Only kernel parameters may be set that are the Pod's own and harm no other.
 *
 * Restricted fields: `spec.securityContext.sysctls[*].name`
 * Allowed values: those below, each from the version on at which it became safe
 * (policy/check_sysctls.go)
 */
const since0 = [
  'kernel.shm_rmid_forced',
  'net.ipv4.ip_local_port_range',
  'net.ipv4.tcp_syncookies',
  'net.ipv4.ping_group_range',
  'net.ipv4.ip_unprivileged_port_start',
];
const since27 = [...since0, 'net.ipv4.ip_local_reserved_ports'];
const since29 = [
  ...since27,
  'net.ipv4.tcp_keepalive_time',
  'net.ipv4.tcp_fin_timeout',
  'net.ipv4.tcp_keepalive_intvl',
  'net.ipv4.tcp_keepalive_probes',
];
const since32 = [...since29, 'net.ipv4.tcp_rmem', 'net.ipv4.tcp_wmem'];

function finder(allowed: readonly string[]): CheckVersion['find'] {
  return ({ spec }) =>
    spec
      .at('securityContext', 'sysctls')
      .items.map((sysctl) => sysctl.at('name'))
      .filter(({ text }) => !allowed.includes(text));
}

export const sysctls: Check = {
  id: 'sysctls',
  level: 'baseline',
  versions: [
    { since: 0, find: finder(since0) },
    { since: 27, find: finder(since27) },
    { since: 29, find: finder(since29) },
    { since: 32, find: finder(since32) },
  ],
};
