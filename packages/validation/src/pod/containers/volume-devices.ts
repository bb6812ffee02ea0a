import { defineMessages } from '@podlint/messages';
import type { Decoded, FieldPath, core } from '@podlint/model';
import type { Context } from '../../context.js';
import { related } from '../../related.js';
import { FirstUses } from '../first-uses.js';
import { hasBackstep } from '../volumes/paths.js';
import { reportMissingVolume } from './missing-volume.js';
import type { Container, PodFacts } from './pod-facts.js';

const says = defineMessages('volume-device', {
  'no-name': 'The device does not say which volume it is. Set name.',
  twice: 'The volume "{name}" is already a device of this container. List it once.',
  first: 'the first time',
  'not-a-device':
    'The volume "{name}" cannot be a block device. Use one with a persistentVolumeClaim or ephemeral source, or mount it with volumeMounts.',
  'no-path': 'The device does not say where the container sees it. Set devicePath, for example "/dev/xvda".',
  'climbing-path': '"{path}" climbs up with "..". Write the path without it.',
  'path-taken': 'Another device is already at "{path}". Choose another devicePath.',
  'first-at-path': 'the first device here',
});

type VolumeDevice = Decoded<core.VolumeDevice>;

interface DeviceUses {
  readonly names: FirstUses<FieldPath>;
  readonly paths: FirstUses<FieldPath>;
}

/** ValidateVolumeDevices, pkg/apis/core/validation/validation.go. */
export function validateVolumeDevices(
  { volumeDevices }: Container,
  path: FieldPath,
  facts: PodFacts,
  context: Context,
): void {
  const uses: DeviceUses = { names: new FirstUses(), paths: new FirstUses() };
  volumeDevices?.forEach((device, i) => {
    validateDeviceName(device, path.index(i), uses, context);
    validateBlockVolume(device, path.index(i), facts, context);
    validateDevicePath(device, path.index(i), uses, context);
  });
}

function validateDeviceName({ name }: VolumeDevice, path: FieldPath, uses: DeviceUses, context: Context): void {
  if (!name) {
    context.report.required(path.child('name'), says['no-name']());
    return;
  }
  const first = uses.names.record(name, path);
  if (!first) return;
  context.report.invalid(path.child('name'), says.twice({ name }), {
    related: [{ field: first.child('name'), message: says.first() }],
  });
}

/** A raw block device comes from a claim (isMatchedDevice). */
function validateBlockVolume({ name = '' }: VolumeDevice, path: FieldPath, facts: PodFacts, context: Context): void {
  const volume = facts.volumes.get(name);
  if (!volume) reportMissingVolume(name, path.child('name'), facts, context);
  else if (!volume.persistentVolumeClaim && !volume.ephemeral) {
    context.report.invalid(path.child('name'), says['not-a-device']({ name }), {
      related: [{ field: facts.specPath.child('volumes'), message: related.volumes() }],
    });
  }
}

function validateDevicePath(
  { devicePath = '' }: VolumeDevice,
  path: FieldPath,
  uses: DeviceUses,
  context: Context,
): void {
  const { report } = context;
  if (!devicePath) report.required(path.child('devicePath'), says['no-path']());
  if (hasBackstep(devicePath)) {
    report.invalid(path.child('devicePath'), says['climbing-path']({ path: devicePath }));
    return;
  }
  const first = uses.paths.record(devicePath, path);
  if (!first) return;
  report.invalid(path.child('devicePath'), says['path-taken']({ path: devicePath }), {
    related: [{ field: first.child('devicePath'), message: says['first-at-path']() }],
  });
}
