import { defineRule } from '@podlint/engine/rule';
import { locateConflicts, mergedTargets, presetsAndPods } from '../../kit/pod-presets.js';

export default defineRule({
  id: 'podpreset/conflict',
  level: 'error',
  summary: 'A PodPreset that contradicts a Pod it selects',
  brief: 'PodPreset conflicts with a Pod',
  messages: {
    conflict:
      'The PodPreset "{preset}" selects the {kind} "{name}" and has {what} too, but another one. Then none of the presets that select it ({matched}) is applied, and only the log of the API server says so. Rename one of the two, or take it out of the preset.',
    preset: '{what} in the PodPreset',
  },
  collects: presetsAndPods,
  run(run, report) {
    for (const target of mergedTargets(run)) {
      for (const { between, preset, what, item, other } of locateConflicts(target)) {
        if (between !== 'preset and pod') continue;
        const { kindName, name } = target.object;
        report(target.object, {
          at: other.at,
          message: 'conflict',
          data: { preset: preset.object.name, kind: kindName, name, what, matched: target.merged.matched.join(', ') },
          related: [{ object: item.object, at: item.at, message: 'preset', data: { what } }],
        });
      }
    }
  },
});
