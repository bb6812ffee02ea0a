import { defineMessages } from '@podlint/messages';
import { type Decoded, FieldPath, type core } from '@podlint/model';
import type { Context, PersistentSourceName } from '@podlint/validation';

const says = defineMessages('mount-options', {
  'not-mounted-so':
    'A volume of this source takes no mount options, and the annotation has some. Remove it, or use spec.mountOptions.',
});

export const mountOptionsAnnotation = 'volume.beta.kubernetes.io/mount-options';

const mountedSources: readonly PersistentSourceName[] = [
  'gcePersistentDisk',
  'awsElasticBlockStore',
  'glusterfs',
  'nfs',
  'rbd',
  'quobyte',
  'iscsi',
  'cinder',
  'cephfs',
  'azureFile',
  'vsphereVolume',
  'azureDisk',
  'photonPersistentDisk',
];

/** checkMountOption, pkg/volume/validation/pv_validation.go. */
export function forbidMountOptions({ metadata, spec = {} }: Decoded<core.PersistentVolume>, { report }: Context): void {
  if (metadata?.annotations?.[mountOptionsAnnotation] === undefined) return;
  if (mountedSources.some((source) => spec[source])) return;
  const path = FieldPath.root.child('metadata', 'annotations');
  report.forbidden(path.child(mountOptionsAnnotation), says['not-mounted-so'](), {
    at: path.key(mountOptionsAnnotation),
  });
}
