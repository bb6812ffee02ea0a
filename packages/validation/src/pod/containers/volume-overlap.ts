import { defineMessages } from '@podlint/messages';
import type { FieldPath } from '@podlint/model';
import type { Context } from '../../context.js';
import type { Related } from '../../errors.js';
import type { Container } from './pod-facts.js';

const says = defineMessages('volume-use', {
  'other-list': 'the {list} of the container',
  'mount-and-device':
    'The volume "{name}" is in {list} too, and cannot be a file system and a device at once. Keep one.',
  'path-taken': '"{path}" is in {list} too, and only one thing can be there. Choose another path.',
});

/** A use of a volume in a container, as a mounted file system or as a block device. */
interface VolumeUse {
  readonly name: string;
  readonly path: string;
}

/** The two ways to use a volume: which list, and which field says where the container sees it. */
interface Way {
  readonly list: 'volumeMounts' | 'volumeDevices';
  readonly pathField: 'mountPath' | 'devicePath';
  readonly uses: readonly VolumeUse[];
}

/**
 * A volume is mounted or a device, not both, and each has a place of its own (the ends of ValidateVolumeMounts and
 * ValidateVolumeDevices).
 */
export function validateVolumeOverlap(
  { volumeMounts, volumeDevices }: Container,
  path: FieldPath,
  context: Context,
): void {
  if (!volumeMounts?.length || !volumeDevices?.length) return;
  const mounts: Way = {
    list: 'volumeMounts',
    pathField: 'mountPath',
    uses: volumeMounts.map(({ name = '', mountPath = '' }) => ({ name, path: mountPath })),
  };
  const devices: Way = {
    list: 'volumeDevices',
    pathField: 'devicePath',
    uses: volumeDevices.map(({ name = '', devicePath = '' }) => ({ name, path: devicePath })),
  };
  reportOverlaps(mounts, devices, path, context);
  reportOverlaps(devices, mounts, path, context);
}

function reportOverlaps(way: Way, other: Way, path: FieldPath, context: Context): void {
  // By name, so of several uses of one volume only the last one's path counts (GetVolumeMountMap).
  const otherPaths = new Map(other.uses.map((use) => [use.name, use.path]));
  const takenPaths = new Set(otherPaths.values());
  const related = (): Related[] => [
    { field: path.child(other.list), message: says['other-list']({ list: other.list }) },
  ];
  way.uses.forEach((use, i) => {
    const useAt = path.child(way.list).index(i);
    if (otherPaths.has(use.name))
      context.report.invalid(useAt.child('name'), says['mount-and-device']({ name: use.name, list: other.list }), {
        related: related(),
      });
    if (takenPaths.has(use.path))
      context.report.invalid(useAt.child(way.pathField), says['path-taken']({ path: use.path, list: other.list }), {
        related: related(),
      });
  });
}
