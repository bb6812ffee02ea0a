import type { Check, CheckedLevel, CheckVersion } from './check.js';
import { allowPrivilegeEscalation } from './checks/allow-privilege-escalation.js';
import { appArmorProfile } from './checks/app-armor-profile.js';
import { capabilitiesBaseline } from './checks/capabilities-baseline.js';
import { capabilitiesRestricted } from './checks/capabilities-restricted.js';
import { hostNamespaces } from './checks/host-namespaces.js';
import { hostPathVolumes } from './checks/host-path-volumes.js';
import { hostPorts } from './checks/host-ports.js';
import { hostProbesAndHostLifecycle } from './checks/host-probes-and-host-lifecycle.js';
import { privileged } from './checks/privileged.js';
import { procMount, procMountRestricted } from './checks/proc-mount.js';
import { restrictedVolumes } from './checks/restricted-volumes.js';
import { runAsNonRoot } from './checks/run-as-non-root.js';
import { runAsUser } from './checks/run-as-user.js';
import { seLinuxOptions } from './checks/se-linux-options.js';
import { seccompProfileBaseline, seccompProfileRestricted } from './checks/seccomp-profile.js';
import { sysctls } from './checks/sysctls.js';
import { windowsHostProcess } from './checks/windows-host-process.js';

/** All controls, baseline first, by their ids: the order in which the server names them. */
const checks: readonly Check[] = [
  appArmorProfile,
  capabilitiesBaseline,
  hostNamespaces,
  hostPathVolumes,
  hostPorts,
  hostProbesAndHostLifecycle,
  privileged,
  procMount,
  seLinuxOptions,
  seccompProfileBaseline,
  sysctls,
  windowsHostProcess,
  allowPrivilegeEscalation,
  capabilitiesRestricted,
  procMountRestricted,
  restrictedVolumes,
  runAsNonRoot,
  runAsUser,
  seccompProfileRestricted,
];

export interface ActiveCheck {
  readonly id: string;
  readonly find: CheckVersion['find'];
}

/** What a level forbids in a version of the standards; Infinity is the latest (policy/registry.go, populate). */
export function checksOf(level: CheckedLevel, minor: number): readonly ActiveCheck[] {
  const active = checks.flatMap((check) => {
    const version = check.versions.findLast(({ since }) => since <= minor);
    return version ? [{ ...version, id: check.id, level: check.level }] : [];
  });
  if (level === 'baseline') return active.filter((check) => check.level === 'baseline');
  const overridden = new Set(active.flatMap(({ overrides = [] }) => overrides));
  return active.filter(({ id }) => !overridden.has(id));
}
