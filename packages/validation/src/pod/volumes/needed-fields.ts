import { defineMessages } from '@podlint/messages';
import { type FieldNeeds, requireFields } from './required.js';
import type { SourceCheck, SourceName, Volume } from './types.js';

const says = defineMessages('volume-source', {
  'gluster-endpoints': 'the name of the Endpoints object that lists the Gluster servers',
  'gluster-volume': 'the name of the Gluster volume',
  'ceph-monitors': 'the addresses of the Ceph monitors',
  'rbd-image': 'the name of the RBD image',
  'azure-secret': 'the name of the Secret with the storage account and its key',
  'azure-share': 'the name of the file share',
  'vsphere-path': 'the path of the disk, "[datastore] folder/disk.vmdk"',
  'photon-disk': 'the ID of the Photon disk',
  'portworx-volume': 'the ID of the Portworx volume',
  'scale-io-gateway': 'the address of the ScaleIO gateway',
  'scale-io-system': 'the name of the storage system',
  'scale-io-volume': 'the name of the ScaleIO volume',
});

export const validateGlusterfs = needing<'glusterfs'>({
  endpoints: says['gluster-endpoints'],
  path: says['gluster-volume'],
});
export const validateRbd = needing<'rbd'>({ monitors: says['ceph-monitors'], image: says['rbd-image'] });
export const validateCephFs = needing<'cephfs'>({ monitors: says['ceph-monitors'] });
export const validateAzureFile = needing<'azureFile'>({
  secretName: says['azure-secret'],
  shareName: says['azure-share'],
});
export const validateVsphere = needing<'vsphereVolume'>({ volumePath: says['vsphere-path'] });
export const validatePhoton = needing<'photonPersistentDisk'>({ pdID: says['photon-disk'] });
export const validatePortworx = needing<'portworxVolume'>({ volumeID: says['portworx-volume'] });
export const validateScaleIo = needing<'scaleIO'>({
  gateway: says['scale-io-gateway'],
  system: says['scale-io-system'],
  volumeName: says['scale-io-volume'],
});

/** A source of which the server only wants that some fields are set. */
function needing<Name extends SourceName>(needs: FieldNeeds<NonNullable<Volume[Name]>>): SourceCheck<Name> {
  return (source, path, { context }) => requireFields(source, needs, path, context);
}
