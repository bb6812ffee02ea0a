import { defineRule } from '@podlint/engine/rule';
import { presetsAndPods, presetsOf, PresetTargets } from '../../kit/pod-presets.js';

export default defineRule({
  id: 'podpreset/matches-nothing',
  level: 'warn',
  summary: 'A PodPreset that selects no Pod of the run',
  brief: 'PodPreset matches no Pod',
  messages: {
    nothing:
      'The PodPreset "{name}" matches no Pod in the namespace "{namespace}". Nothing of this run, Pod or pod template, has the labels of its selector. Correct the selector, or the labels of the Pods.',
    elsewhere:
      'The PodPreset "{name}" matches only Pods of the namespace "{elsewhere}". It is in "{namespace}" and does not reach them. Move it there.',
    selected: 'labels that it selects',
  },
  collects: presetsAndPods,
  run(run, report) {
    // Its Pods may be in another part.
    if (run.extent === 'part') return;
    const targets = new PresetTargets(run);
    for (const source of presetsOf(run)) {
      if (targets.selectedBy(source).length > 0) continue;
      const { object, at } = source;
      const { name, namespace } = object;
      const elsewhere = targets.firstAnywhere(source);
      if (!elsewhere) report(object, { at: at.spec.selector, message: 'nothing', data: { name, namespace } });
      else {
        const related = [{ object: elsewhere.object, at: elsewhere.at.metadata.labels, message: 'selected' as const }];
        report(object, {
          at: object.at.metadata.namespace,
          message: 'elsewhere',
          data: { name, namespace, elsewhere: elsewhere.object.namespace },
          related,
        });
      }
    }
  },
});
