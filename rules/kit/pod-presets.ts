import {
  pathOf,
  type Collection,
  type Field,
  type PodView,
  type ResourceView,
  type RunObject,
  type RunView,
} from '@podlint/engine/rule';
import {
  mergePodPresets,
  presetSelects,
  readPodPreset,
  type Decoded,
  type MergedPresets,
  type PodPreset,
  type PodPresetSpec,
  type PresetConflict,
  type core,
} from '@podlint/model';
import { fieldsOf } from './typed.js';

/** The group that had PodPresets, up to 1.19. */
export function isPodPreset({ apiVersion, kindName }: Pick<ResourceView, 'apiVersion' | 'kindName'>): boolean {
  return apiVersion === 'settings.k8s.io/v1alpha1' && kindName === 'PodPreset';
}

type Pod = Decoded<core.Pod>;

/** A PodPreset, or what says whether one selects a Pod. */
export interface PresetFacts {
  readonly preset?: PodPreset;
  readonly pod?: Pod;
}

/** Static Pods are left out: they never come by an admission plugin. */
export const presetsAndPods: Collection<PresetFacts> = {
  name: 'pod-presets',
  of(resource) {
    if (isPodPreset(resource)) {
      const preset = readPodPreset(resource.value);
      return preset && { preset };
    }
    const pod = resource.judged?.pod;
    if (!pod || resource.isStaticPod) return undefined;
    const { labels = {}, annotations = {} } = pod.metadata;
    return { pod: { metadata: { labels, annotations, namespace: resource.namespace } } };
  },
};

type Run = RunView<PresetFacts>;

/** A PodPreset of the run. */
export interface PresetSource {
  readonly object: RunObject;
  readonly preset: PodPreset;
  readonly at: Field<{ readonly spec: PodPresetSpec }>;
}

/** A Pod of the run, or what a workload makes, as far as a preset has to know it to select it. */
export interface PresetTarget {
  readonly object: RunObject;
  readonly pod: Pod;
  readonly at: NonNullable<RunObject['podAt']>;
}

export function presetsOf({ collected }: Run): PresetSource[] {
  return collected.flatMap(({ object, facts: { preset } }) =>
    preset ? [{ object, preset, at: fieldsOf<{ readonly spec: PodPresetSpec }>(object) }] : [],
  );
}

export function targetsOf({ collected }: Run): PresetTarget[] {
  return collected.flatMap(({ object, facts: { pod } }) =>
    pod && object.podAt ? [{ object, pod, at: object.podAt }] : [],
  );
}

export interface MergedTarget extends PresetTarget {
  readonly view: PodView;
  readonly merged: MergedPresets;
  /** The presets that select it. */
  readonly matching: readonly PresetSource[];
}

/** Every Pod that some preset of the run selects, with what becomes of it. */
export function mergedTargets(run: Run): MergedTarget[] {
  const presets = presetsOf(run);
  if (presets.length === 0) return [];
  return targetsOf(run).flatMap((target) => {
    const inNamespace = presets.filter(({ object }) => object.namespace === target.object.namespace);
    if (!inNamespace.some(({ preset }) => presetSelects(preset, target.pod))) return [];
    const view = target.object.read().judged?.pod;
    return view ? mergedTarget(target, view, inNamespace) : [];
  });
}

/** The Pod as the admission plugin would see it. */
function mergedTarget(target: PresetTarget, view: PodView, presets: readonly PresetSource[]): MergedTarget[] {
  const pod = { metadata: { ...view.metadata, namespace: target.object.namespace }, spec: view.spec };
  const merged = mergePodPresets(
    pod,
    presets.map(({ preset }) => preset),
  );
  if (merged.matched.length === 0) return [];
  const matching = presets.filter(({ preset }) => merged.matched.includes(preset.metadata?.name ?? ''));
  return [{ ...target, pod, view, merged, matching }];
}

/** A place in one of the objects of the run. */
export interface ItemPlace {
  readonly object: RunObject;
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
  return a.between === b.between && isSamePlace(a.item, b.item) && isSamePlace(a.other, b.other);
}

function isSamePlace(a: ItemPlace, b: ItemPlace): boolean {
  return a.object === b.object && pathOf(a.at).equals(pathOf(b.at));
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

function itemOf({ object, preset, at }: PresetSource, { list, key }: Kind, on: string): ItemPlace | undefined {
  const index = ((preset.spec?.[list] ?? []) as NonNullable<Items>).findLastIndex((item) => item[key] === on);
  return index < 0 ? undefined : { object, at: (at.spec[list] as Field<unknown[]>)[index]! };
}

function ownItem(
  { object, view }: MergedTarget,
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
