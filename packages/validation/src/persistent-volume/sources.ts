import { defineMessages } from '@podlint/messages';
import type { FieldPath } from '@podlint/model';
import * as disk from '../pod/volumes/disk-sources.js';
import { validateFlexVolume } from '../pod/volumes/driver-sources.js';
import { reportedUnder } from '../pod/volumes/misreported.js';
import * as needed from '../pod/volumes/needed-fields.js';
import * as network from '../pod/volumes/network-sources.js';
import { validateHostPath } from '../pod/volumes/node-sources.js';
import * as own from './own-sources.js';
import type { PersistentSourceName, PersistentVolumeSpec, SourceScope } from './types.js';

const says = defineMessages('persistent-volume-source', {
  'no-source': 'Nothing says where the volume is. Add a source, such as "csi".',
  'second-source':
    'A volume has one source, and this one has "{first}" already. Remove "{name}", or make it a volume of its own.',
});

type SourceCheck<Name extends PersistentSourceName> = (
  source: NonNullable<PersistentVolumeSpec[Name]>,
  path: FieldPath,
  scope: SourceScope,
) => void;

interface SourceRule {
  readonly name: PersistentSourceName;
  /** The name under which the server reports the source as one too many, where it is misspelt. */
  readonly surplusName: string;
  /** The server checks this one even as one too many, and does not say that it is. */
  readonly isNeverSurplus: boolean;
  readonly check: (spec: PersistentVolumeSpec, path: FieldPath, scope: SourceScope) => void;
}

/** In the order in which the server looks for them (ValidatePersistentVolumeSpec, pkg/apis/core/validation). */
const sourceRules: readonly SourceRule[] = [
  rule('hostPath', validateHostPath),
  rule('gcePersistentDisk', disk.validateGcePersistentDisk, { reportedAs: 'persistentDisk' }),
  rule('awsElasticBlockStore', disk.validateAwsElasticBlockStore),
  rule('glusterfs', own.validateGlusterfs),
  rule('flocker', network.validateFlocker),
  rule('nfs', network.validateNfs),
  rule('rbd', needed.validateRbd),
  rule('quobyte', network.validateQuobyte),
  rule('cephfs', needed.validateCephFs, { surplusName: 'cephFS' }),
  rule('iscsi', own.validateIscsi),
  rule('cinder', own.validateCinder),
  rule('fc', network.validateFibreChannel),
  rule('flexVolume', validateFlexVolume, { isNeverSurplus: true }),
  rule('azureFile', own.validateAzureFile),
  rule('vsphereVolume', needed.validateVsphere),
  rule('photonPersistentDisk', needed.validatePhoton),
  rule('portworxVolume', needed.validatePortworx),
  rule('azureDisk', disk.validateAzureDisk),
  rule('scaleIO', needed.validateScaleIo),
  rule('local', own.validateLocal),
  rule('storageos', own.validateStorageOs),
  rule('csi', own.validateCsi),
];

export const persistentSourceNames: readonly PersistentSourceName[] = sourceRules.map(({ name }) => name);

interface Spelling {
  readonly surplusName?: string;
  /** The name that the server puts into the paths of the source's own fields. */
  readonly reportedAs?: string;
  readonly isNeverSurplus?: true;
}

function rule<Name extends PersistentSourceName>(
  name: Name,
  check: SourceCheck<Name>,
  { surplusName = name, reportedAs = name, isNeverSurplus }: Spelling = {},
): SourceRule {
  return {
    name,
    surplusName,
    isNeverSurplus: isNeverSurplus ?? false,
    check(spec, path, scope) {
      const source = spec[name];
      if (!source) return;
      reportedUnder(path.child(reportedAs), path.child(name), scope.context, (reported) =>
        check(source, reported, scope),
      );
    },
  };
}

/** The first source is checked, each further one is reported as one too many; answers the first one's name. */
export function validateSource(
  spec: PersistentVolumeSpec,
  path: FieldPath,
  scope: SourceScope,
): PersistentSourceName | undefined {
  let found: PersistentSourceName | undefined;
  for (const { name, surplusName, isNeverSurplus, check } of sourceRules) {
    if (!spec[name]) continue;
    if (found === undefined || isNeverSurplus) check(spec, path, scope);
    else
      scope.context.report.forbidden(path.child(surplusName), says['second-source']({ first: found, name }), {
        at: path.child(name),
      });
    found ??= name;
  }
  if (found === undefined) scope.context.report.required(path, says['no-source']());
  return found;
}
