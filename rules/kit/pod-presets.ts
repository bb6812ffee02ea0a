import {
  each,
  pathOf,
  type Collection,
  type Field,
  type ListItem,
  type PodView,
  type ResourceView,
  type RunObject,
  type RunView,
} from '@podlint/engine/rule';
import { addTo } from '@podlint/plain';
import {
  labelsMatch,
  mergePodPresets,
  presetSelects,
  readPodPreset,
  type Decoded,
  type MergedPresets,
  type PodPreset,
  type PresetConflict,
  type core,
  type meta,
} from '@podlint/model';
import { LabelIndex } from './label-index.js';
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
    return pod && !resource.isStaticPod ? toSelect(pod) : undefined;
  },
  ofPod: toSelect,
};

function toSelect({ metadata: { labels = {}, annotations = {} }, object: { namespace } }: PodView): PresetFacts {
  return { pod: { metadata: { labels, annotations, namespace } } };
}

type Run = RunView<PresetFacts>;

interface PresetFields {
  readonly spec: {
    readonly selector: meta.LabelSelector;
    readonly env: core.EnvVar[];
    readonly volumes: core.Volume[];
    readonly volumeMounts: core.VolumeMount[];
  };
}

/** A PodPreset of the run. */
export interface PresetSource {
  readonly object: RunObject;
  readonly preset: PodPreset;
  readonly at: Field<PresetFields>;
}

/** A Pod of the run, or what a workload makes, as far as a preset has to know it to select it. */
export interface PresetTarget {
  readonly object: RunObject;
  readonly pod: Pod;
  readonly at: NonNullable<RunObject['podAt']>;
}

export function presetsOf({ collected }: Run): PresetSource[] {
  return collected.flatMap(({ object, facts: { preset } }) =>
    preset ? [{ object, preset, at: fieldsOf<PresetFields>(object) }] : [],
  );
}

function targetsOf({ collected }: Run): PresetTarget[] {
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
  const targets = new PresetTargets(run);
  const selected = targets.selected();
  if (selected.size === 0) return [];
  return targets.all.flatMap((target) => {
    const presets = selected.get(target);
    const view = presets && target.object.read().judged?.pod;
    return view ? mergedTarget(target, view, presets) : [];
  });
}

const anyNamespace = '';

/** The Pods of a run, found by the presets that select them. */
export class PresetTargets {
  #all: readonly PresetTarget[] | undefined;
  #byNamespace: LabelIndex<PresetTarget> | undefined;
  #everywhere: LabelIndex<PresetTarget> | undefined;

  constructor(private readonly run: Run) {}

  /** In the order of the run. Most runs have no presets, and need none of them. */
  get all(): readonly PresetTarget[] {
    return (this.#all ??= targetsOf(this.run));
  }

  /** Those that some preset selects, each with the presets that do. */
  selected(): ReadonlyMap<PresetTarget, readonly PresetSource[]> {
    const found = new Map<PresetTarget, PresetSource[]>();
    for (const source of presetsOf(this.run))
      for (const target of this.selectedBy(source)) addTo(found, target, source);
    return found;
  }

  selectedBy({ object, preset }: PresetSource): PresetTarget[] {
    this.#byNamespace ??= this.#indexBy(({ object: { namespace } }) => namespace);
    const candidates = this.#byNamespace.candidates(object.namespace, preset.spec?.selector ?? {});
    return candidates.filter(({ pod }) => presetSelects(preset, pod));
  }

  /** The first that one would select in whatever namespace. */
  firstAnywhere({ preset: { spec } }: PresetSource): PresetTarget | undefined {
    const selector = spec?.selector ?? {};
    this.#everywhere ??= this.#indexBy(() => anyNamespace);
    const candidates = this.#everywhere.candidates(anyNamespace, selector);
    return candidates.find(({ pod }) => labelsMatch(selector, pod.metadata?.labels));
  }

  #indexBy(namespaceOf: (target: PresetTarget) => string): LabelIndex<PresetTarget> {
    return new LabelIndex(this.all, (target) => ({
      namespace: namespaceOf(target),
      labels: target.pod.metadata?.labels ?? {},
    }));
  }
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
interface ItemPlace {
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

function itemOf({ object, preset, at }: PresetSource, kind: Kind, on: string): ItemPlace | undefined {
  const { env, volumes, volumeMounts } = preset.spec ?? {};
  const found = kind.find(
    {
      env: each(env, at.spec.env),
      volumes: each(volumes, at.spec.volumes),
      volumeMounts: each(volumeMounts, at.spec.volumeMounts),
    },
    on,
  );
  return found && { object, at: found.at };
}

function ownItem(
  { object, view: { spec, at, containers } }: MergedTarget,
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
