import { type Decoded, type FeatureGate, isEnabled, type storage } from '@podlint/model';
import { type DefaultTable, type Defaulting, fill, fillAbsent } from '@podlint/model/defaults';

type CSIDriverSpec = Decoded<storage.CSIDriverSpec>;

const driverDefaults: DefaultTable<CSIDriverSpec> = [
  ['attachRequired', true, 'volumes are attached to a node before they are mounted'],
  ['podInfoOnMount', false, 'the driver is not told about the Pod'],
  ['storageCapacity', false, 'the scheduler does not look at how much space is left'],
  ['fsGroupPolicy', 'ReadWriteOnceWithFSType', 'fsGroup is applied to volumes of one node with a known file system'],
  ['requiresRepublish', false, 'a mounted volume is not mounted again'],
];

const gatedDefaults: readonly (readonly [FeatureGate, DefaultTable<CSIDriverSpec>])[] = [
  [
    'SELinuxMountReadWriteOncePod',
    [['seLinuxMount', false, 'volumes are not mounted with an SELinux label, unless the driver says it can']],
  ],
  [
    'VolumeLimitScaling',
    [['preventPodSchedulingIfMissing', false, 'Pods also go to nodes where the driver is not registered yet']],
  ],
];

/** SetDefaults_CSIDriver. */
export function defaultCSIDriver(object: Decoded<storage.CSIDriver>, defaulting: Defaulting): void {
  const spec = (object.spec ??= {});
  fillAbsent(spec, driverDefaults, defaulting);
  if (!spec.volumeLifecycleModes?.length)
    fill(spec, 'volumeLifecycleModes', ['Persistent'], 'its volumes are claimed, and outlive Pods', defaulting);
  for (const [gate, table] of gatedDefaults) if (isEnabled(gate, defaulting.minor)) fillAbsent(spec, table, defaulting);
}
