import type { Decoded, storage } from '@podlint/model';
import { type Defaulting, defaultDiskSources, defaultResourceList } from '@podlint/model/defaults';

/** SetObjectDefaults_VolumeAttachment, pkg/apis/storage/v1/zz_generated.defaults.go. */
export function defaultVolumeAttachment({ spec }: Decoded<storage.VolumeAttachment>, defaulting: Defaulting): void {
  const volume = spec?.source?.inlineVolumeSpec;
  if (!volume) return;
  defaultResourceList(volume.capacity, defaulting);
  defaultDiskSources(volume, defaulting);
}
