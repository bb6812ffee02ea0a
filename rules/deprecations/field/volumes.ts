import { each, type PodView } from '@podlint/engine/rule';
import type { ReportField } from './messages.js';

/**
 * Sources that only mean a CSI driver now (csi-translation-lib, pkg/plugins). The server warns of those that are gone
 * for good itself (pkg/api/pod/warnings.go), as of gitRepo.
 */
const csiDrivers = {
  awsElasticBlockStore: 'ebs.csi.aws.com',
  azureDisk: 'disk.csi.azure.com',
  azureFile: 'file.csi.azure.com',
  cinder: 'cinder.csi.openstack.org',
  gcePersistentDisk: 'pd.csi.storage.gke.io',
  portworxVolume: 'pxd.portworx.com',
  vsphereVolume: 'csi.vsphere.vmware.com',
} as const;
type Source = keyof typeof csiDrivers;

function isSource(name: string): name is Source {
  return Object.hasOwn(csiDrivers, name);
}

/**
 * Until then Kubernetes mounts them itself, unless it is told otherwise (CSIMigrationPortworx, pkg/features); the
 * others went over before 1.29.
 */
const portworxMoved = 31;

export function reportVolumes({ spec, at, object }: PodView, report: ReportField): void {
  for (const volume of each(spec.volumes, at.volumes)) {
    if (volume.value.flexVolume) report({ at: volume.at.flexVolume, message: 'flexVolume' });
    for (const source of Object.keys(volume.value).filter(isSource)) {
      const isMoved = source !== 'portworxVolume' || object.minor >= portworxMoved;
      if (volume.value[source] && isMoved)
        report({ at: volume.at[source], message: 'inTree', data: { source, driver: csiDrivers[source] } });
    }
  }
}
