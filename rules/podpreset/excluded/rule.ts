import { defineRule, entryAt } from '@podlint/engine/rule';
import { excludeAnnotation, isExcludedFromPresets } from '@podlint/model';
import { presetsAndPods, PresetTargets, type PresetTarget } from '../../kit/pod-presets.js';

export default defineRule({
  id: 'podpreset/excluded',
  level: 'info',
  summary: 'A Pod that wants no PodPresets',
  brief: 'excluded from PodPresets',
  messages: {
    excluded: 'The Pod is left alone by PodPresets because of this annotation; otherwise {presets} would select it.',
    needless:
      'The annotation excludes the Pod from PodPresets, but none selects it. No preset of this run does, and clusters have none since 1.20. Remove it.',
    selecting: 'would select it',
  },
  collects: presetsAndPods,
  run(run, report) {
    const targets = new PresetTargets(run);
    const excluded = targets.all.filter(isExcluded);
    const presets = excluded.length > 0 ? targets.selected() : undefined;
    for (const target of excluded) {
      const { object, at: podAt } = target;
      const selecting = presets?.get(target) ?? [];
      const at = entryAt(podAt.metadata.annotations, excludeAnnotation);
      if (selecting.length === 0) {
        if (run.extent === 'whole') report(object, { at, message: 'needless' });
      } else {
        const names = selecting.map((source) => `"${source.object.name}"`).join(' and ');
        const related = selecting.map((source) => ({
          object: source.object,
          at: source.object.at.metadata.name,
          message: 'selecting' as const,
        }));
        report(object, { at, message: 'excluded', data: { presets: names }, related });
      }
    }
  },
});

function isExcluded({ pod }: PresetTarget): boolean {
  return pod.metadata?.annotations?.[excludeAnnotation] !== undefined && isExcludedFromPresets(pod);
}
