import { defineRule, each, type ListItem } from '@podlint/engine/rule';
import type { core } from '@podlint/model';
import { usedVolumes } from '../../kit/volume-users.js';

/**
 * From this version on the kubelet keeps every name that a Pod has for a volume (outerVolumeSpecNames in
 * pkg/kubelet/volumemanager/cache/desired_state_of_world.go); before, only the last one.
 */
const knowsSeveralNames = 35;

export default defineRule({
  id: 'volumes/claim-twice',
  level: 'warn',
  summary: 'A claim that is mounted through two volumes of one Pod',
  brief: 'one claim in two volumes',
  messages: {
    stuck:
      'The volumes "{first}" and "{name}" are the same claim "{claim}", and the Pod never starts. Before 1.35 the kubelet knows a claim by one volume of a Pod only, and waits for the other for ever. List the claim once, and mount that volume as often as you need it.',
    older:
      'The volumes "{first}" and "{name}" are the same claim "{claim}". On a node whose kubelet is older than 1.35 the Pod never starts. List the claim once, and mount that volume as often as you need it.',
    first: 'the same claim here',
  },
  pod(pod, report) {
    const { spec, at, object } = pod;
    const used = usedVolumes(pod);
    const seen = new Map<string, ListItem<core.Volume>>();
    for (const volume of each(spec.volumes, at.volumes)) {
      const { name = '', persistentVolumeClaim } = volume.value;
      const claim = persistentVolumeClaim?.claimName;
      if (claim === undefined || claim === '' || !used.has(name)) continue;
      const first = seen.get(claim);
      if (!first) {
        seen.set(claim, volume);
        continue;
      }
      const isOld = object.minor < knowsSeveralNames;
      report({
        at: volume.at.persistentVolumeClaim.claimName,
        message: isOld ? 'stuck' : 'older',
        level: isOld ? 'warn' : 'info',
        data: { first: first.value.name ?? '', name, claim },
        related: [{ at: first.at.persistentVolumeClaim.claimName, message: 'first' }],
      });
    }
  },
});
