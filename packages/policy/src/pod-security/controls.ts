import { own } from '@podlint/plain';

/** What podlint calls the controls, by the checks of upstream's: two checks of one name are of one control. */
const controls: Readonly<Record<string, string>> = {
  allowPrivilegeEscalation: 'allow-privilege-escalation',
  appArmorProfile: 'apparmor',
  capabilities_baseline: 'capabilities',
  capabilities_restricted: 'capabilities',
  hostNamespaces: 'host-namespaces',
  hostPathVolumes: 'host-path-volumes',
  hostPorts: 'host-ports',
  hostProbesAndHostLifecycle: 'host-probes-lifecycle',
  privileged: 'privileged',
  procMount: 'proc-mount',
  procMount_restricted: 'proc-mount',
  restrictedVolumes: 'volume-types',
  runAsNonRoot: 'run-as-non-root',
  runAsUser: 'run-as-user',
  seLinuxOptions: 'selinux',
  seccompProfile_baseline: 'seccomp',
  seccompProfile_restricted: 'seccomp',
  sysctls: 'sysctls',
  windowsHostProcess: 'host-process',
};

/** The control that a check is of: `host-ports`. */
export function controlOf(check: string): string {
  return own(controls, check) ?? check;
}
