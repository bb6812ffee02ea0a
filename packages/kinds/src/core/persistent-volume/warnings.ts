import { own } from '@podlint/plain';
import { defineMessages } from '@podlint/messages';
import { type Decoded, FieldPath, type Minor, type core } from '@podlint/model';
import { type PersistentSourceName, type Warn, warnAboutNodeSelectorTerm } from '@podlint/validation';
import { mountOptionsAnnotation } from './mount-options.js';

const says = defineMessages('persistent-volume-warning', {
  annotation: 'The annotation "{key}" is deprecated. Use spec.{field}.',
  recycle: 'The policy Recycle is deprecated. Use Delete, or Retain, with volumes that a StorageClass provisions.',
  'dead-source': 'Volumes of the source "{source}" no longer work since 1.{since}. Use a CSI driver.',
});

type PersistentVolume = Decoded<core.PersistentVolume>;

const specPath = FieldPath.root.child('spec');

interface DeprecatedAnnotation {
  readonly key: string;
  readonly field: string;
  readonly since: Minor;
}

const deprecatedAnnotations: readonly DeprecatedAnnotation[] = [
  { key: 'volume.beta.kubernetes.io/storage-class', field: 'storageClassName', since: 29 },
  { key: mountOptionsAnnotation, field: 'mountOptions', since: 31 },
];
const recycleDeprecatedSince: Minor = 30;

/** Sources that Kubernetes has no code for any more, and since which version (pkg/api/persistentvolume/util.go). */
const deadSources: readonly (readonly [source: PersistentSourceName, since: number])[] = [
  ['cephfs', 31],
  ['photonPersistentDisk', 16],
  ['scaleIO', 22],
  ['storageos', 25],
  ['glusterfs', 26],
  ['rbd', 31],
];

/** GetWarningsForPersistentVolume. */
export function warnAboutPersistentVolume(volume: PersistentVolume, warn: Warn, minor: Minor): void {
  const { metadata, spec = {} } = volume;
  for (const { key, field, since } of deprecatedAnnotations) {
    if (minor >= since && own(metadata?.annotations, key) !== undefined)
      warn(FieldPath.root.child('metadata', 'annotations').key(key), says.annotation({ key, field }));
  }
  if (minor >= recycleDeprecatedSince && spec.persistentVolumeReclaimPolicy === 'Recycle')
    warn(specPath.child('persistentVolumeReclaimPolicy'), says.recycle());
  const termsPath = specPath.child('nodeAffinity', 'required', 'nodeSelectorTerms');
  spec.nodeAffinity?.required?.nodeSelectorTerms?.forEach((term, i) =>
    warnAboutNodeSelectorTerm(term, termsPath.index(i), { minor, warn }),
  );
  for (const [source, since] of deadSources) {
    if (spec[source]) warn(specPath.child(source), says['dead-source']({ source, since: String(since) }));
  }
}
