import type { FieldPath } from '@podlint/field-path';
import type { SourceObject } from '../documents/objects.js';
import type { Finding } from '../findings/finding.js';
import { textOfEach } from '../remedies/gap.js';
import { podOfContainer } from '../remedies/pod-of.js';
import type { Judged } from './mend.js';
import { moveUnder } from './move-under.js';

/**
 * The server forgets a volume with a mistake before it looks at the mounts (ValidateVolumes,
 * pkg/apis/core/validation), so each mount of it follows from that mistake, also where nobody knows how to mend it.
 */
export function foldUnsoundVolumes({ inspected: { object }, judgement: { findings } }: Judged): void {
  if (!object) return;
  for (const mount of findings.filter(({ message }) => message.id === 'volume-reference/unsound')) {
    const volumes = volumesOf(mount, object);
    const cause = findings.find(
      ({ severity, path }) => severity === 'error' && volumes.some((volume) => path.startsWith(volume)),
    );
    if (cause) moveUnder(cause, [mount], findings);
  }
}

/** The paths of the volumes that a mount names. */
function volumesOf({ path, message }: Finding, object: SourceObject): readonly FieldPath[] {
  const list = podOfContainer(path)?.child('volumes');
  if (!list) return [];
  const names = textOfEach({ object, path, allowed: [] }, list, 'name');
  return names.flatMap((name, index) => (name === message.data['name'] ? [list.index(index)] : []));
}
