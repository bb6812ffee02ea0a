import {
  segmentsOf,
  type Field,
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
  type PodPresetSpec,
  type PresetConflict,
  type core,
} from '@podlint/model';

/** The group that had PodPresets, up to 1.19. */
export function isPodPreset({ apiVersion, kindName }: ResourceView): boolean {
  return apiVersion === 'settings.k8s.io/v1alpha1' && kindName === 'PodPreset';
}

/** A PodPreset of the run. */
export interface PresetSource {
  readonly resource: ResourceView;
  readonly preset: PodPreset;
  readonly at: Field<{ readonly spec: PodPresetSpec }>;
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
    return preset ? { resource, preset, at: resource.at as unknown as PresetSource['at'] } : [];
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
interface ItemPlace {
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

interface Kind {
  readonly list: 'env' | 'volumes' | 'volumeMounts';
  readonly key: 'name' | 'mountPath';
  describe(on: string): string;
}

const kinds: Readonly<Record<PresetConflict['what'], Kind>> = {
  env: { list: 'env', key: 'name', describe: (on) => `the variable "${on}"` },
  volume: { list: 'volumes', key: 'name', describe: (on) => `the volume "${on}"` },
  volumeMount: { list: 'volumeMounts', key: 'name', describe: (on) => `the mount of the volume "${on}"` },
  mountPath: { list: 'volumeMounts', key: 'mountPath', describe: (on) => `the mount at "${on}"` },
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

type Items = readonly Readonly<Record<string, unknown>>[] | undefined;

function itemOf({ resource, preset, at }: PresetSource, { list, key }: Kind, on: string): ItemPlace | undefined {
  const index = ((preset.spec?.[list] ?? []) as NonNullable<Items>).findLastIndex((item) => item[key] === on);
  return index < 0 ? undefined : { object: resource, at: (at.spec[list] as Field<unknown[]>)[index]! };
}

function ownItem(
  { object, view }: PresetTarget,
  { list, key }: Kind,
  { container, on }: PresetConflict,
): ItemPlace | undefined {
  const { spec, at } = view;
  const owner = container === undefined ? -1 : (spec.containers ?? []).findIndex(({ name = '' }) => name === container);
  const holder = owner < 0 ? spec : spec.containers?.[owner];
  const field = (owner < 0 ? at : at.containers[owner]!) as unknown as Readonly<Record<string, Field<unknown[]>>>;
  const index = ((holder as Readonly<Record<string, Items>> | undefined)?.[list] ?? []).findLastIndex(
    (item) => item[key] === on,
  );
  return index < 0 ? undefined : { object, at: field[list]![index]! };
}
