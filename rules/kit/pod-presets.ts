import {
  each,
  segmentsOf,
  type Field,
  type ListItem,
  type ObjectView,
  type PodView,
  type ResourceView,
  type RunView,
} from '@podlint/engine/rule';
import {
  mergePodPresets,
  readPodPreset,
  type Decoded,
  type MergedPresets,
  type PodPreset,
  type PresetConflict,
  type core,
  type meta,
} from '@podlint/model';
import { typed } from './typed.js';

/** The group that had PodPresets, up to 1.19. */
export function isPodPreset({ apiVersion, kindName }: ResourceView): boolean {
  return apiVersion === 'settings.k8s.io/v1alpha1' && kindName === 'PodPreset';
}

/** The fields of a PodPreset that rules point at. */
interface PresetFields {
  readonly spec: {
    readonly selector: meta.LabelSelector;
    readonly env: readonly core.EnvVar[];
    readonly volumes: readonly core.Volume[];
    readonly volumeMounts: readonly core.VolumeMount[];
  };
}

/** A PodPreset of the run. */
export interface PresetSource {
  readonly resource: ResourceView;
  readonly preset: PodPreset;
  readonly at: Field<PresetFields>;
}

/** A Pod of the run, or what a workload makes, as the admission plugin would see it. */
export interface PresetTarget {
  readonly object: ObjectView;
  readonly view: PodView;
  readonly pod: Decoded<core.Pod>;
}

export function presetsOf({ resources }: RunView): PresetSource[] {
  return resources.filter(isPodPreset).flatMap((resource) => {
    const preset = readPodPreset(resource.value);
    return preset ? { resource, preset, at: typed<PresetFields>(resource).at } : [];
  });
}

/** Static Pods are left out: they never come by an admission plugin. */
export function targetsOf({ objects }: RunView): PresetTarget[] {
  return objects.flatMap((object) => {
    const { pod: view } = object;
    if (!view || object.isStaticPod) return [];
    return { object, view, pod: { metadata: { ...view.metadata, namespace: object.namespace }, spec: view.spec } };
  });
}

export interface MergedTarget extends PresetTarget {
  readonly merged: MergedPresets;
  /** The presets that select it. */
  readonly matching: readonly PresetSource[];
}

/** Every Pod that some preset of the run selects, with what becomes of it. */
export function mergedTargets(run: RunView): MergedTarget[] {
  const presets = presetsOf(run);
  if (presets.length === 0) return [];
  return targetsOf(run).flatMap((target) => {
    const inNamespace = presets.filter(({ resource }) => resource.namespace === target.object.namespace);
    const merged = mergePodPresets(
      target.pod,
      inNamespace.map(({ preset }) => preset),
    );
    if (merged.matched.length === 0) return [];
    return {
      ...target,
      merged,
      matching: inNamespace.filter(({ preset }) => merged.matched.includes(preset.metadata?.name ?? '')),
    };
  });
}

/** A place in one of the objects of the run. */
export interface ItemPlace {
  readonly object: ResourceView;
  readonly at: Field;
}

/** The two things that cannot both be, and what they are about. */
export interface LocatedConflict {
  readonly what: string;
  readonly preset: PresetSource;
  /** In the preset. */
  readonly item: ItemPlace;
  /** In the Pod itself, or in another preset. */
  readonly other: ItemPlace;
  readonly between: 'preset and pod' | 'presets';
}

export function locateConflicts(target: MergedTarget): LocatedConflict[] {
  const found = target.merged.conflicts.flatMap((conflict) => locate(target, conflict) ?? []);
  return found.filter((conflict, index) => found.findIndex((same) => isSame(same, conflict)) === index);
}

/**
 * A mount can be in the way of another by its name and by its path at once, and a preset's item in several containers.
 */
function isSame(a: LocatedConflict, b: LocatedConflict): boolean {
  return a.between === b.between && pathOf(a.item) === pathOf(b.item) && pathOf(a.other) === pathOf(b.other);
}

function pathOf({ object, at }: ItemPlace): string {
  return `${object.file} ${object.namespace}/${object.name} ${segmentsOf(at).join()}`;
}

/** What presets and Pods both have. */
interface Lists {
  readonly env: readonly ListItem<core.EnvVar>[];
  readonly volumes: readonly ListItem<core.Volume>[];
  readonly volumeMounts: readonly ListItem<core.VolumeMount>[];
}

interface Kind {
  describe(on: string): string;
  /** The item that counts, which is the last one. */
  find(lists: Lists, on: string): { readonly at: Field } | undefined;
}

const kinds: Readonly<Record<PresetConflict['what'], Kind>> = {
  env: {
    describe: (on) => `the variable "${on}"`,
    find: ({ env }, on) => env.findLast(({ value }) => value.name === on),
  },
  volume: {
    describe: (on) => `the volume "${on}"`,
    find: ({ volumes }, on) => volumes.findLast(({ value }) => value.name === on),
  },
  volumeMount: {
    describe: (on) => `the mount of the volume "${on}"`,
    find: ({ volumeMounts }, on) => volumeMounts.findLast(({ value }) => value.name === on),
  },
  mountPath: {
    describe: (on) => `the mount at "${on}"`,
    find: ({ volumeMounts }, on) => volumeMounts.findLast(({ value }) => value.mountPath === on),
  },
};

function locate(target: MergedTarget, conflict: PresetConflict): LocatedConflict | undefined {
  const kind = kinds[conflict.what];
  const preset = target.matching.find(({ preset: { metadata } }) => metadata?.name === conflict.preset);
  const item = preset && itemOf(preset, kind, conflict.on);
  if (!preset || !item) return undefined;
  const own = ownItem(target, kind, conflict);
  const earlier = target.matching
    .filter((source) => source !== preset)
    .flatMap((source) => itemOf(source, kind, conflict.on) ?? [])[0];
  const other = own ?? earlier;
  return (
    other && { what: kind.describe(conflict.on), preset, item, other, between: own ? 'preset and pod' : 'presets' }
  );
}

function itemOf({ resource, preset, at }: PresetSource, kind: Kind, on: string): ItemPlace | undefined {
  const { env, volumes, volumeMounts } = preset.spec ?? {};
  const found = kind.find(
    {
      env: each(env, at.spec.env),
      volumes: each(volumes, at.spec.volumes),
      volumeMounts: each(volumeMounts, at.spec.volumeMounts),
    },
    on,
  );
  return found && { object: resource, at: found.at };
}

function ownItem(
  { object, view: { spec, at, containers } }: PresetTarget,
  kind: Kind,
  { container, on }: PresetConflict,
): ItemPlace | undefined {
  const owner = containers.find(({ role, name }) => role === 'regular' && name === container);
  const found = kind.find(
    {
      env: owner ? each(owner.value.env, owner.at.env) : [],
      volumes: each(spec.volumes, at.volumes),
      volumeMounts: owner ? each(owner.value.volumeMounts, owner.at.volumeMounts) : [],
    },
    on,
  );
  return found && { object, at: found.at };
}
