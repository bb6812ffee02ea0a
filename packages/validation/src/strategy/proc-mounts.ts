import type { Decoded, core } from '@podlint/model';
import { visitContainers } from '../pod/visit-containers.js';

/**
 * While the gate ProcMountType is off the field keeps its place but not its value (dropDisabledProcMountField,
 * pkg/api/pod/util.go).
 */
export function resetProcMounts(spec: Decoded<core.PodSpec>): void {
  visitContainers(spec, ({ securityContext }) => {
    if (securityContext?.procMount !== undefined) securityContext.procMount = 'Default';
  });
}
