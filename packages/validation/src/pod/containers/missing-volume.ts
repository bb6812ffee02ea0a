import { defineMessages } from '@podlint/messages';
import type { FieldPath } from '@podlint/model';
import type { Context } from '../../context.js';
import { related } from '../../related.js';
import type { PodFacts } from './pod-facts.js';

const says = defineMessages('volume-reference', {
  unsound:
    'The volume "{name}" does not count, because of the mistakes reported for it. Mend them, and this will be right too.',
  unknown:
    'The pod has no volume named "{name}", so there is nothing to mount. Add one to spec.volumes, or correct the name.',
});

/**
 * A name that stands for no volume. One with mistakes of its own does not count: the server forgets it before it looks
 * at the mounts (ValidateVolumes).
 */
export function reportMissingVolume(
  name: string,
  path: FieldPath,
  { spec, specPath }: PodFacts,
  context: Context,
): void {
  const isThere = spec.volumes?.some((volume) => volume.name === name);
  const message = isThere ? says.unsound({ name }) : says.unknown({ name });
  context.report.notFound(path, message, {
    related: [{ field: specPath.child('volumes'), message: related.volumes() }],
  });
}
