import type { Check, Violation } from '../check.js';
import type { Place } from '../place.js';
import type { Subject } from '../subject.js';

/**
 * Besides hostPath, volumes that name a storage of their own are forbidden.
 *
 * Restricted fields: `spec.volumes[*]`
 * Allowed values: configMap, csi, downwardAPI, emptyDir, ephemeral, image, persistentVolumeClaim, projected, secret
 * (policy/check_restrictedVolumes.go)
 */
const allowed = [
  'configMap',
  'csi',
  'downwardAPI',
  'emptyDir',
  'ephemeral',
  'image',
  'persistentVolumeClaim',
  'projected',
  'secret',
];

function find({ spec }: Subject): readonly Violation[] {
  return spec
    .at('volumes')
    .items.filter((volume) => !allowed.some((source) => volume.at(source).isSet))
    .map(sourceOf);
}

/** The source of a volume; the volume itself where it has none. */
function sourceOf(volume: Place): Place {
  const source = volume.keys.find((key) => key !== 'name');
  return source === undefined ? volume : volume.at(source);
}

export const restrictedVolumes: Check = {
  id: 'restrictedVolumes',
  level: 'restricted',
  versions: [{ since: 0, overrides: ['hostPathVolumes'], find }],
};
