import type { Decoded, core } from '@podlint/model';
import { type Defaulting, defaultClaimTemplate } from '@podlint/model/defaults';

/** SetDefaults_PersistentVolumeClaimSpec; the status is not the manifest's to set. */
export function defaultPersistentVolumeClaim(claim: Decoded<core.PersistentVolumeClaim>, defaulting: Defaulting): void {
  defaultClaimTemplate(claim, defaulting);
}
