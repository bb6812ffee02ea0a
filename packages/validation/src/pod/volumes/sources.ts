import type { FieldPath } from '@podlint/model';
import { validateEphemeral, validatePersistentVolumeClaim } from './claims.js';
import * as disk from './disk-sources.js';
import { validateCsi, validateFlexVolume } from './driver-sources.js';
import { validateConfigMap, validateDownwardApi, validateSecret } from './file-sources.js';
import { validateIscsi } from './iscsi.js';
import { reportedUnder } from './misreported.js';
import * as needed from './needed-fields.js';
import * as network from './network-sources.js';
import * as node from './node-sources.js';
import { validateProjected } from './projected.js';
import type { SourceCheck, SourceName, Volume, VolumeScope } from './types.js';

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
  rule('glusterfs', needed.validateGlusterfs),
  rule('flocker', network.validateFlocker),
  rule('persistentVolumeClaim', validatePersistentVolumeClaim),
  rule('rbd', needed.validateRbd),
  rule('cinder', disk.validateCinder),
  rule('cephfs', needed.validateCephFs, { surplusName: 'cephFS' }),
  rule('quobyte', network.validateQuobyte),
  rule('downwardAPI', validateDownwardApi, { surplusName: 'downwarAPI' }),
  rule('fc', network.validateFibreChannel),
  rule('flexVolume', validateFlexVolume),
  rule('configMap', validateConfigMap),
  rule('azureFile', needed.validateAzureFile),
  rule('vsphereVolume', needed.validateVsphere),
  rule('photonPersistentDisk', needed.validatePhoton),
  rule('portworxVolume', needed.validatePortworx),
  rule('azureDisk', disk.validateAzureDisk),
  rule('storageos', disk.validateStorageOs),
  rule('projected', validateProjected),
  rule('scaleIO', needed.validateScaleIo),
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
  check: SourceCheck<Name, VolumeScope>,
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
