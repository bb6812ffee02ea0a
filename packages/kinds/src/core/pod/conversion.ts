import type { Decoded, core } from '@podlint/model';

/** A negative time to end becomes one second, in a Pod and not in a template: Convert_v1_Pod_To_core_Pod. */
export function endInTime({ spec = {} }: Decoded<core.Pod>): void {
  if ((spec.terminationGracePeriodSeconds ?? 0) < 0) spec.terminationGracePeriodSeconds = 1;
}
