import type { Kind } from '../kinds.js';

type Json = Record<string, unknown>;

/**
 * Kind -> the field of its spec that holds `rollingUpdate`, and the numbers in it that v1 may leave out and the
 * server's own form may not.
 */
const numbersOf: Readonly<Record<string, { readonly strategy: string; readonly numbers: readonly string[] }>> = {
  Deployment: { strategy: 'strategy', numbers: ['maxSurge', 'maxUnavailable'] },
  DaemonSet: { strategy: 'updateStrategy', numbers: ['maxSurge', 'maxUnavailable'] },
  StatefulSet: { strategy: 'updateStrategy', numbers: ['partition'] },
};

/**
 * Numbers of a rolling update for which there is no default, because another type of update is chosen, are 0
 * (Convert_v1_RollingUpdateDaemonSet_To_apps_RollingUpdateDaemonSet and its siblings,
 * pkg/apis/apps/v1/zz_generated.conversion.go).
 */
export function zeroRollingUpdate(kind: Kind, spec: object): void {
  const place = numbersOf[kind.kind];
  const strategy = place && ((spec as Json)[place.strategy] as Json | undefined);
  const rollingUpdate = strategy?.rollingUpdate as Json | undefined;
  if (rollingUpdate) for (const field of place?.numbers ?? []) rollingUpdate[field] ??= 0;
}
