import { defineRule } from '@podlint/engine/rule';
import { type MergedTarget, mergedTargets, presetsAndPods } from '../../kit/pod-presets.js';

export default defineRule({
  id: 'podpreset/applied',
  level: 'info',
  summary: 'A Pod that PodPresets of the run are applied to',
  brief: 'PodPresets applied',
  messages: {
    applied:
      'Where PodPresets work, this {kind} gets {presets}, which adds {additions}. `podlint explain` shows the merged Pod.',
    preset: 'the PodPreset',
  },
  collects: presetsAndPods,
  run(run, report) {
    for (const target of mergedTargets(run)) {
      if (!target.merged.applied) continue;
      report(target.object, {
        at: target.at.metadata.labels,
        message: 'applied',
        data: {
          kind: target.object.kindName === 'Pod' ? 'Pod' : `Pod of the ${target.object.kindName}`,
          presets: target.merged.matched.map((name) => `"${name}"`).join(' and '),
          additions: additionsOf(target),
        },
        related: target.matching.map(({ object }) => ({
          object,
          at: object.at.metadata.name,
          message: 'preset',
        })),
      });
    }
  },
});

/** What the merged Pod has and the Pod had not. */
function additionsOf({ pod, merged }: MergedTarget): string {
  const before = contents(pod);
  const after = contents(merged.pod);
  const added = [...after].filter((thing) => !before.has(thing));
  return added.length === 0 ? 'nothing that is not there already' : added.join(', ');
}

function contents({ spec = {} }: MergedTarget['pod']): Set<string> {
  const containers = spec.containers ?? [];
  return new Set([
    ...containers.flatMap(({ env = [] }) => env.map(({ name }) => `the variable "${name}"`)),
    ...containers.flatMap(({ envFrom = [] }) =>
      envFrom.map(({ configMapRef, secretRef }) => `the variables of "${configMapRef?.name ?? secretRef?.name ?? ''}"`),
    ),
    ...(spec.volumes ?? []).map(({ name }) => `the volume "${name}"`),
    ...containers.flatMap(({ volumeMounts = [] }) => volumeMounts.map(({ mountPath }) => `a mount at "${mountPath}"`)),
  ]);
}
