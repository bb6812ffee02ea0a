/**
 * Numbers of a rolling update that v1 may leave out, and the server's own form may not: where there is no default for
 * them, because another type of update is chosen, they are 0
 * (Convert_v1_RollingUpdateDaemonSet_To_apps_RollingUpdateDaemonSet and its siblings,
 * pkg/apis/apps/v1/zz_generated.conversion.go).
 */
export function zeroRollingUpdate<Numbers extends string>(
  strategy: { readonly rollingUpdate?: { [Name in Numbers]?: string | number } } | undefined,
  numbers: readonly Numbers[],
): void {
  const rollingUpdate = strategy?.rollingUpdate;
  if (rollingUpdate) for (const name of numbers) rollingUpdate[name] ??= 0;
}
