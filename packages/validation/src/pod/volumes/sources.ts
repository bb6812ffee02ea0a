import { defineMessages } from '@podlint/messages';
import type { FieldPath } from '@podlint/model';
import { validateEphemeral, validatePersistentVolumeClaim } from './claims.js';
import * as disk from './disk-sources.js';
import { validateCsi, validateFlexVolume } from './driver-sources.js';
import { validateConfigMap, validateDownwardApi, validateSecret } from './file-sources.js';
import { validateIscsi } from './iscsi.js';
import { reportedUnder } from './misreported.js';
import * as network from './network-sources.js';
import * as node from './node-sources.js';
import { validateProjected } from './projected.js';
import { type FieldNeeds, requireFields } from './required.js';
import type { SourceCheck, SourceName, Volume, VolumeScope } from './types.js';

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

export interface SourceRule {
  readonly name: SourceName;
  /** The name under which the server reports the source as one too many, where it is misspelt. */
  readonly surplusName: string;
  /** Checks the source; call it only for a volume that has it. */
  readonly check: (scope: VolumeScope) => void;
}

/**
 * Every volume source, in the order in which the server looks for them: the first one that is set is checked,
 * each further one is reported as one too many (validateVolumeSource, pkg/apis/core/validation/validation.go).
 */
export const sourceRules: readonly SourceRule[] = [
  rule('emptyDir', node.validateEmptyDir),
  rule('hostPath', node.validateHostPath),
  rule('gitRepo', node.validateGitRepo),
  rule('gcePersistentDisk', disk.validateGcePersistentDisk, { reportedAs: 'persistentDisk' }),
  rule('awsElasticBlockStore', disk.validateAwsElasticBlockStore),
  rule('secret', validateSecret),
  rule('nfs', network.validateNfs),
  rule('iscsi', validateIscsi),
  needing('glusterfs', {
    endpoints: says['gluster-endpoints'],
    path: says['gluster-volume'],
  }),
  rule('flocker', network.validateFlocker),
  rule('persistentVolumeClaim', validatePersistentVolumeClaim),
  needing('rbd', { monitors: says['ceph-monitors'], image: says['rbd-image'] }),
  rule('cinder', disk.validateCinder),
  needing('cephfs', { monitors: says['ceph-monitors'] }, { surplusName: 'cephFS' }),
  rule('quobyte', network.validateQuobyte),
  rule('downwardAPI', validateDownwardApi, { surplusName: 'downwarAPI' }),
  rule('fc', network.validateFibreChannel),
  rule('flexVolume', validateFlexVolume),
  rule('configMap', validateConfigMap),
  needing('azureFile', {
    secretName: says['azure-secret'],
    shareName: says['azure-share'],
  }),
  needing('vsphereVolume', { volumePath: says['vsphere-path'] }),
  needing('photonPersistentDisk', { pdID: says['photon-disk'] }),
  needing('portworxVolume', { volumeID: says['portworx-volume'] }),
  rule('azureDisk', disk.validateAzureDisk),
  rule('storageos', disk.validateStorageOs),
  rule('projected', validateProjected),
  needing('scaleIO', {
    gateway: says['scale-io-gateway'],
    system: says['scale-io-system'],
    volumeName: says['scale-io-volume'],
  }),
  rule('csi', validateCsi),
  rule('ephemeral', validateEphemeral),
  rule('image', node.validateImage),
];

interface Spelling {
  readonly surplusName?: string;
  /** The name that the server puts into the paths of the source's own fields. */
  readonly reportedAs?: string;
}

function rule<Name extends SourceName>(
  name: Name,
  check: SourceCheck<Name>,
  { surplusName = name, reportedAs = name }: Spelling = {},
): SourceRule {
  const run = (source: NonNullable<Volume[Name]>, scope: VolumeScope): void => {
    const real = scope.path.child(name);
    if (reportedAs === name) check(source, real, scope);
    else
      reportedUnder(scope.path.child(reportedAs), real, scope.context, (reported: FieldPath) =>
        check(source, reported, scope),
      );
  };
  return {
    name,
    surplusName,
    check: (scope) => {
      const source = scope.volume[name];
      if (source) run(source, scope);
    },
  };
}

/** A source of which the server only wants that some fields are set. */
function needing<Name extends SourceName>(
  name: Name,
  needs: FieldNeeds<NonNullable<Volume[Name]>>,
  spelling?: Spelling,
): SourceRule {
  return rule(name, (source, path, { context }) => requireFields(source, needs, path, context), spelling);
}
