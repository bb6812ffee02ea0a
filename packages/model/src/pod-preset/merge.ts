import type { Decoded, core } from '../types.js';
import { env, merge, mountPaths, nameOf, volumeMounts, volumes } from './additions.js';
import { isExcludedFromPresets, presetSelects } from './select.js';
import { withPresetDefaults } from './read.js';
import type { MergedPresets, PodPreset, PresetConflict } from './types.js';

type Pod = Decoded<core.Pod>;
type Container = Decoded<core.Container>;

const annotationPrefix = 'podpreset.admission.kubernetes.io';

/**
 * What the PodPreset admission plugin of 1.13 makes of a Pod (Admit, plugin/pkg/admission/podpreset/admission.go).
 * The Pod has its defaults already, as at admission; the presets get theirs here. Neither is changed.
 * Init containers are left alone, as the plugin leaves them.
 */
export function mergePodPresets(pod: Pod, presets: readonly PodPreset[]): MergedPresets {
  const matching = isExcludedFromPresets(pod)
    ? []
    : presets.filter((preset) => presetSelects(preset, pod)).map(withPresetDefaults);
  const conflicts = matching.length > 0 ? conflictsWith(pod, matching) : [];
  const applied = matching.length > 0 && conflicts.length === 0;
  return { matched: matching.map(nameOf), applied, conflicts, pod: applied ? withPresets(pod, matching) : pod };
}

/** safeToApplyPodPresetsOnPod */
function conflictsWith({ spec }: Pod, presets: readonly PodPreset[]): PresetConflict[] {
  return [
    ...merge(spec?.volumes, presets, volumes).conflicts,
    ...(spec?.containers ?? []).flatMap((container) => conflictsIn(container, presets)),
  ];
}

function conflictsIn(container: Container, presets: readonly PodPreset[]): PresetConflict[] {
  const found = [
    ...merge(container.env, presets, env).conflicts,
    ...merge(container.volumeMounts, presets, volumeMounts).conflicts,
    ...merge(container.volumeMounts, presets, mountPaths).conflicts,
  ];
  return found.map((conflict) => ({ container: container.name ?? '', ...conflict }));
}

/** applyPodPresetsOnPod */
function withPresets(pod: Pod, presets: readonly PodPreset[]): Pod {
  const spec = pod.spec ?? {};
  return {
    ...pod,
    metadata: { ...pod.metadata, annotations: { ...pod.metadata?.annotations, ...appliedAnnotations(presets) } },
    spec: {
      ...spec,
      volumes: [...merge(spec.volumes, presets, volumes).items],
      ...(spec.containers && {
        containers: spec.containers.map((container) => containerWithPresets(container, presets)),
      }),
    },
  };
}

function containerWithPresets(container: Container, presets: readonly PodPreset[]): Container {
  return {
    ...container,
    env: [...merge(container.env, presets, env).items],
    volumeMounts: [...merge(container.volumeMounts, presets, volumeMounts).items],
    envFrom: [...(container.envFrom ?? []), ...presets.flatMap(({ spec }) => spec?.envFrom ?? [])],
  };
}

/** Each preset leaves its name and the version in which it was applied. */
function appliedAnnotations(presets: readonly PodPreset[]): Record<string, string> {
  return Object.fromEntries(
    presets.map((preset) => [
      `${annotationPrefix}/podpreset-${nameOf(preset)}`,
      preset.metadata?.resourceVersion ?? '',
    ]),
  );
}
