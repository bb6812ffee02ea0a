import { defineRule } from '@podlint/engine/rule';
import { type LocatedConflict, locateConflicts, mergedTargets, presetsAndPods } from '../../kit/pod-presets.js';

export default defineRule({
  id: 'podpreset/presets-conflict',
  level: 'error',
  summary: 'Two PodPresets that contradict each other and select the same Pod',
  brief: 'PodPresets conflict',
  messages: {
    conflict:
      'The PodPresets "{preset}" and "{other}" conflict: both have {what}. Both select the {kind} "{name}", so none of the presets that select it is applied. Rename one of the two, or change the selectors so that only one matches.',
    other: '{what} in the other PodPreset',
    labels: 'both select these labels',
  },
  collects: presetsAndPods,
  run(run, report) {
    const reported: LocatedConflict[] = [];
    for (const target of mergedTargets(run)) {
      for (const conflict of locateConflicts(target)) {
        const { between, preset, what, item, other } = conflict;
        if (between !== 'presets' || reported.some((known) => isSamePair(known, conflict))) continue;
        reported.push(conflict);
        const { kindName, name } = target.object;
        report(item.object, {
          at: item.at,
          message: 'conflict',
          data: { preset: preset.object.name, other: other.object.name, what, kind: kindName, name },
          related: [
            { object: other.object, at: other.at, message: 'other', data: { what } },
            { object: target.object, at: target.at.metadata.labels, message: 'labels' },
          ],
        });
      }
    }
  },
});

/** Two presets that meet on several Pods are one mistake. */
function isSamePair(a: LocatedConflict, b: LocatedConflict): boolean {
  return a.what === b.what && a.item.object === b.item.object && a.other.object === b.other.object;
}
