import type { Minor } from './versions.js';

/**
 * Kernel parameters that the kubelet lets every Pod set, and the first minor in which it does; 0: always
 * (pkg/kubelet/sysctl/safe_sysctls.go of each version; the sysctls control of the Pod Security Standards has the same
 * ones).
 */
const safeSince: ReadonlyMap<string, Minor> = new Map([
  ['kernel.shm_rmid_forced', 0],
  ['net.ipv4.ip_local_port_range', 0],
  ['net.ipv4.ip_unprivileged_port_start', 0],
  ['net.ipv4.tcp_syncookies', 0],
  ['net.ipv4.ping_group_range', 0],
  ['net.ipv4.ip_local_reserved_ports', 27],
  ['net.ipv4.tcp_keepalive_time', 29],
  ['net.ipv4.tcp_fin_timeout', 29],
  ['net.ipv4.tcp_keepalive_intvl', 29],
  ['net.ipv4.tcp_keepalive_probes', 29],
  ['net.ipv4.tcp_rmem', 32],
  ['net.ipv4.tcp_wmem', 32],
]);

/** Those of an IPC namespace (component-helpers/node/util/sysctl/namespace.go). */
const ipcSysctls: ReadonlySet<string> = new Set([
  'kernel.sem',
  'kernel.shmall',
  'kernel.shmmax',
  'kernel.shmmni',
  'kernel.shm_rmid_forced',
  'kernel.shm',
  'kernel.msgmax',
  'kernel.msgmnb',
  'kernel.msgmni',
  'kernel.msg',
]);

/** Whether it touches nobody but the Pod that sets it, so that no kubelet has to allow it first. */
export function isSafeSysctl(name: string, minor: Minor): boolean {
  return (safeSince.get(withDots(name)) ?? Infinity) <= minor;
}

/**
 * The kernel namespace that it belongs to; undefined if it is of the whole node, as far as Kubernetes knows
 * (GetNamespace).
 */
export function sysctlNamespace(name: string): 'ipc' | 'net' | undefined {
  const prefix = withDots(name).split('*', 1)[0]!;
  if (prefix.startsWith('net.')) return 'net';
  return ipcSysctls.has(prefix) || prefix.startsWith('fs.mqueue.') ? 'ipc' : undefined;
}

/**
 * `net/ipv4/conf/eno2.100/rp_filter` is `net.ipv4.conf.eno2/100.rp_filter`; which of the two it is shows in the first
 * separator (NormalizeName).
 */
function withDots(name: string): string {
  const isWithSlashes = /[./]/.exec(name)?.[0] === '/';
  return isWithSlashes ? name.replace(/[./]/g, (character) => (character === '/' ? '.' : '/')) : name;
}
