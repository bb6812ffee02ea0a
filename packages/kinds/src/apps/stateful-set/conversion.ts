import type { Decoded, apps } from '@podlint/model';

/** Convert_apps_StatefulSetSpec_To_v1_StatefulSetSpec, pkg/apis/apps/v1/conversion.go. */
export function typeClaims({ spec }: Decoded<apps.StatefulSet>): void {
  for (const claim of spec?.volumeClaimTemplates ?? [])
    Object.assign(claim, { apiVersion: 'v1', kind: 'PersistentVolumeClaim' });
}
