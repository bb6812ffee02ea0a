interface SensitivePath {
  /** `read`: seeing it is enough; `write`: only who can change it gets the node. */
  readonly danger: 'read' | 'write';
  /** What is there. */
  readonly what: string;
  /** What to do, where the usual advice does not help: a sentence. */
  readonly advice?: string;
}

const wholeNode = {
  danger: 'read',
  what: 'which holds the keys of the node and the Secrets of all of its pods',
} as const;
const kubeletFiles = {
  danger: 'read',
  what: 'which holds the keys of the kubelet and the mounted Secrets and tokens of all pods of the node',
} as const;
const clusterKeys = { danger: 'read', what: 'which holds keys of the cluster itself' } as const;
const nodeKeys = { danger: 'read', what: 'which holds keys and password hashes of the node' } as const;
const sockets = {
  danger: 'read',
  what: 'where the container runtime and other services of the node take orders',
} as const;
const programs = { danger: 'write', what: 'from which the node runs programs as root' } as const;
const services = { danger: 'write', what: 'which says what the node starts as root' } as const;
const kernel = { danger: 'write', what: 'by which the kernel of the node is controlled' } as const;
/** A read-only mount keeps nobody from writing to a device (do_dentry_open of the kernel leaves special files out). */
const devices = {
  danger: 'write',
  what: 'where its disks and other devices are',
  advice: 'Mount only the device that is needed.',
} as const;
const images = { danger: 'write', what: 'from which the containers of the node run' } as const;

/** Paths as they are after `joinPaths`. What is below one is not meant, unless it is listed. */
const sensitivePaths: ReadonlyMap<string, SensitivePath> = new Map<string, SensitivePath>([
  ...entries(wholeNode, ['/', '/var', '/var/lib', 'c:']),
  ...entries(kubeletFiles, ['/var/lib/kubelet', '/var/lib/kubelet/pki', '/var/lib/kubelet/pods']),
  ...entries(clusterKeys, ['/etc/kubernetes', '/etc/kubernetes/pki', '/var/lib/etcd']),
  ...entries(nodeKeys, ['/etc', '/etc/shadow', '/etc/ssh', '/root', '/root/.ssh', '/root/.kube']),
  ...entries(sockets, ['/run', '/var/run', '/run/containerd', '/var/run/containerd', '/run/crio', '/var/run/crio']),
  ...entries(programs, [
    '/bin',
    '/sbin',
    '/lib',
    '/lib64',
    '/usr',
    '/usr/bin',
    '/usr/sbin',
    '/usr/lib',
    '/usr/local',
    '/usr/local/bin',
    '/boot',
    '/lib/modules',
    'c:/windows',
  ]),
  ...entries(services, [
    '/etc/kubernetes/manifests',
    '/etc/systemd',
    '/etc/systemd/system',
    '/etc/cron.d',
    '/var/spool/cron',
  ]),
  ...entries(kernel, ['/proc', '/proc/sys', '/sys']),
  ...entries(devices, ['/dev']),
  ...entries(images, ['/var/lib/docker', '/var/lib/containerd', '/var/lib/containers']),
]);

function entries(danger: SensitivePath, paths: readonly string[]): [string, SensitivePath][] {
  return paths.map((path) => [path, danger]);
}

export function sensitivePath(path: string): SensitivePath | undefined {
  return sensitivePaths.get(path);
}

const drive = /^[A-Za-z]:/;

/** A path below a path, without doubled and trailing slashes; one of Windows with slashes and in lower case. */
export function joinPaths(path: string, below: string): string {
  const whole = `${path}/${below}`;
  const parts = (drive.test(whole) ? whole.toLowerCase().replaceAll('\\', '/') : whole)
    .split('/')
    .filter((part) => part !== '' && part !== '.');
  return drive.test(whole) ? parts.join('/') : `/${parts.join('/')}`;
}
