import { defineRule, remove, type ObjectView } from '@podlint/engine/rule';
import type { apps } from '@podlint/model';
import { typed } from '../../kit/typed.js';
import { usedVolumes } from '../../kit/volume-users.js';

export default defineRule({
  id: 'volumes/unused',
  level: 'warn',
  fix: 'unsafe',
  summary: 'A volume that no container mounts',
  messages: {
    volume:
      'No container mounts the volume "{name}": the kubelet leaves it out, and what it refers to (a claim, say) still has to be there for the pod to be scheduled. Mount it with volumeMounts, or remove it.',
    claim:
      'No container mounts the volume of the claim template "{name}": each replica gets a claim, and storage that is paid for, and nothing is written to it. Mount it with volumeMounts, or remove it.',
  },
  pod(pod, report) {
    const { spec, at, object } = pod;
    const claims = claimNames(object);
    if (!spec.volumes?.length && claims.length === 0) return;
    const used = usedVolumes(pod);
    const isAlone = spec.volumes?.length === 1;
    spec.volumes?.forEach(({ name = '' }, index) => {
      if (used.has(name)) return;
      const changes = [remove(isAlone ? at.volumes : at.volumes[index]!)];
      report({
        at: at.volumes[index]!.name,
        message: 'volume',
        data: { name },
        fixes: [{ title: `Remove the volume "${name}"`, safety: 'unsafe', changes }],
      });
    });
    claims.forEach((name, index) => {
      if (!used.has(name))
        report({
          at: typed<apps.StatefulSet>(object).at.spec.volumeClaimTemplates[index]!.metadata.name,
          message: 'claim',
          data: { name },
        });
    });
  },
});

/**
 * A StatefulSet gives its pods a volume for each claim template, under the template's name (updateStorage,
 * pkg/controller/statefulset/stateful_set_utils.go).
 */
function claimNames(object: ObjectView): readonly string[] {
  if (object.kind.kind !== 'StatefulSet') return [];
  return (
    typed<apps.StatefulSet>(object).value.spec?.volumeClaimTemplates?.map(({ metadata }) => metadata?.name ?? '') ?? []
  );
}
