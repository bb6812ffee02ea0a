import { defineRule, each, remove, type ListItem, type ObjectView } from '@podlint/engine/rule';
import type { Decoded, apps, core } from '@podlint/model';
import { typed } from '../../kit/typed.js';
import { usedVolumes } from '../../kit/volume-users.js';

export default defineRule({
  id: 'volumes/unused',
  level: 'warn',
  fix: 'unsafe',
  summary: 'A volume that no container mounts',
  brief: 'volume is not mounted',
  ofWholePods: true,
  messages: {
    volume:
      'No container mounts the volume "{name}", so the kubelet leaves it out and it has no effect. Mount it with volumeMounts, or remove it.',
    needed:
      'No container mounts the volume "{name}". Its claim still has to exist for the Pod to be scheduled. Mount it with volumeMounts, or remove it.',
    made: 'No container mounts the volume "{name}". Each Pod still gets a claim for it, and storage that is paid for. Mount it with volumeMounts, or remove it.',
    claim:
      'No container mounts the volume of the claim template "{name}". Each replica still gets a claim, and storage that is paid for. Mount it with volumeMounts, or remove it.',
  },
  pod(pod, report) {
    const { spec, at, object } = pod;
    const claims = claimTemplates(object);
    if (!spec.volumes?.length && claims.length === 0) return;
    const used = usedVolumes(pod);
    const isAlone = spec.volumes?.length === 1;
    for (const volume of each(spec.volumes, at.volumes)) {
      const { name = '' } = volume.value;
      // One without a name is refused, and may be what a container means.
      if (name === '' || used.has(name)) continue;
      report({
        at: volume.at.name,
        message: messageOf(volume.value),
        data: { name },
        fixes: [
          {
            title: `Remove the volume "${name}"`,
            safety: 'unsafe',
            changes: [remove(isAlone ? at.volumes : volume.at)],
            isTaken: true,
          },
        ],
      });
    }
    for (const claim of claims) {
      const name = claim.value.metadata?.name ?? '';
      if (!used.has(name)) report({ at: claim.at.metadata.name, message: 'claim', data: { name } });
    }
  },
});

/** What the volume costs a Pod that does not mount it (PreFilter of volumebinding, pkg/scheduler). */
function messageOf({ persistentVolumeClaim, ephemeral }: Decoded<core.Volume>): 'volume' | 'needed' | 'made' {
  if (ephemeral) return 'made';
  return persistentVolumeClaim ? 'needed' : 'volume';
}

/**
 * A StatefulSet gives its pods a volume for each claim template, under the template's name (updateStorage,
 * pkg/controller/statefulset/stateful_set_utils.go).
 */
function claimTemplates(object: ObjectView): readonly ListItem<core.PersistentVolumeClaim>[] {
  if (object.kind.kind !== 'StatefulSet') return [];
  const { value, at } = typed<apps.StatefulSet>(object);
  return each(value.spec?.volumeClaimTemplates, at.spec.volumeClaimTemplates);
}
