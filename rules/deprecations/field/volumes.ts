import type { PodView } from '@podlint/engine/rule';
import type { ReportField } from './messages.js';

/**
 * Sources that only mean a CSI driver now (csi-translation-lib, pkg/plugins). The server warns of those that are gone
 * for good itself (pkg/api/pod/warnings.go), as of gitRepo.
 */
const csiDrivers: Readonly<Record<string, string>> = {
  awsElasticBlockStore: 'ebs.csi.aws.com',
  azureDisk: 'disk.csi.azure.com',
  azureFile: 'file.csi.azure.com',
  cinder: 'cinder.csi.openstack.org',
  gcePersistentDisk: 'pd.csi.storage.gke.io',
  portworxVolume: 'pxd.portworx.com',
  vsphereVolume: 'csi.vsphere.vmware.com',
};

/**
 * Until then Kubernetes mounts them itself, unless it is told otherwise (CSIMigrationPortworx, pkg/features); the
 * others went over before 1.29.
 */
const portworxMoved = 31;

export function reportVolumes({ spec, at, object }: PodView, report: ReportField): void {
  spec.volumes?.forEach((volume, i) => {
    if (volume.flexVolume) report({ at: at.volumes[i]!.flexVolume, message: 'flexVolume' });
    for (const source in volume) {
      const driver = csiDrivers[source];
      const isMoved = source !== 'portworxVolume' || object.minor >= portworxMoved;
      if (driver !== undefined && isMoved)
        report({ at: at.volumes[i]![source as 'cinder'], message: 'inTree', data: { source, driver } });
    }
  });
}
