const policies = 'switch off or get around the rules of SELinux and AppArmor';

/**
 * Capabilities that lead out of a container or around its isolation, and what they let a process do (capabilities(7)).
 */
export const dangerousPowers: ReadonlyMap<string, string> = new Map([
  ['ALL', 'do almost everything that root can do on the node'],
  ['BPF', "load programs into the node's kernel"],
  ['DAC_READ_SEARCH', "open files by their handles, which reaches any file of the node's file system"],
  ['MAC_ADMIN', policies],
  ['MAC_OVERRIDE', policies],
  [
    'NET_ADMIN',
    'change addresses, routes and firewall rules: those of the Pod, on which a service mesh may rely, and with hostNetwork those of the node',
  ],
  ['SYS_ADMIN', 'mount file systems, enter namespaces and much more, which comes close to being root on the node'],
  ['SYS_BOOT', 'restart the node or boot it into another kernel'],
  ['SYS_MODULE', "load modules into the node's kernel"],
  [
    'SYS_PTRACE',
    'read and change the memory of every process it sees: those of the whole Pod with shareProcessNamespace, those of the node with hostPID',
  ],
  ['SYS_RAWIO', "use the node's memory and devices directly, past the kernel"],
]);
