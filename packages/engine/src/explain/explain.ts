import {
  containerTimeline,
  referredObjects,
  startupTimeOf,
  staticPodRefusedSince,
  type ContainerTimeline,
} from '@podlint/kubelet';
import {
  findKind,
  mergePodPresets,
  qosClass,
  type Decoded,
  type Kind,
  type KubernetesVersion,
  type PodPreset,
  type PresetConflict,
  type QosClass,
  type core,
} from '@podlint/model';
import { decode, storedForm, validateCreate } from '@podlint/kinds';
import { compareText } from '../findings/compare-text.js';
import { judge } from '../verdict/judge.js';
import { objectsOf, type SourceObject } from '../documents/objects.js';
import { documentsOf } from '../documents/parse.js';
import { presetsOf } from './presets.js';
import { pullPoliciesOf, type ExplainedPullPolicy } from './pull-policies.js';
import type { SourceFile, Verdict } from '../report/report.js';
import { resourceView } from '../rule/build-views.js';
import { mayHaveDirectives } from '../rule/directives.js';
import { FieldNodes } from '../rule/field-nodes.js';
import { startupTimeSources } from '../rule/startup-time.js';

export interface ExplainedDefault {
  /** As the server prints it: `spec.containers[0].imagePullPolicy`. */
  readonly path: string;
  readonly value: unknown;
  /** A short reason. */
  readonly why: string;
}

/** What the PodPreset admission plugin, gone since 1.20, would make of the pod with the presets of the run. */
export interface ExplainedPresets {
  /** Names of the presets that select the pod. */
  readonly matched: readonly string[];
  /** All of them or none. */
  readonly applied: boolean;
  readonly conflicts: readonly PresetConflict[];
  /** The merged Pod, if they are applied. */
  readonly effective: Readonly<Record<string, unknown>> | null;
}

/** What a kubelet would make of the pod if it read it from a file itself. */
export interface ExplainedStaticPod {
  /** The kinds of API objects that the pod refers to, which a static Pod must not. */
  readonly refers: readonly string[];
  /** Whether the kubelet of this version refuses the Pod for them; before, it starts the Pod without them. */
  readonly refused: boolean;
}

/** What would really run. An object that does not decode has its verdict only. */
export interface Explanation {
  readonly path: string;
  readonly index: number;
  readonly item?: number;
  readonly kind?: string;
  readonly name?: string;
  /** `1.36`: the version that it holds for. */
  readonly kubernetesVersion: string;
  readonly verdict: Verdict;
  /** The object as the server would store it, without its status. */
  readonly effective?: Readonly<Record<string, unknown>>;
  readonly defaults?: readonly ExplainedDefault[];
  readonly imagePullPolicies?: readonly ExplainedPullPolicy[];
  readonly qos?: QosClass;
  readonly podPresets?: ExplainedPresets;
  readonly staticPod?: ExplainedStaticPod;
  /** What the probes do to each container that has any, or whose startup time is known. */
  readonly probes?: readonly ContainerTimeline[];
}

/** What the settings of a file say. */
export interface ExplainSettings {
  readonly version: KubernetesVersion;
  /** Durations by image pattern. */
  readonly startupTime?: Readonly<Record<string, string | number>>;
}

type Json = Record<string, unknown>;

export function explain(files: readonly SourceFile[], settingsOf: (path: string) => ExplainSettings): Explanation[] {
  const objects = [...files]
    .sort((a, b) => compareText(a.path, b.path))
    .flatMap((file) => ('text' in file ? objectsOfFile(file.path, file.text) : []));
  const presets = objects.flatMap(({ object }) => presetsOf(object));
  return objects.flatMap(({ path, index, object }) => {
    const explained = explainObject(object, { path, presets, ...settingsOf(path) });
    if (!explained) return [];
    const { description, item, name } = object;
    const { version } = settingsOf(path);
    const tags = { item, kind: description.kind, name };
    return [
      {
        path,
        index,
        kubernetesVersion: version.name,
        ...Object.fromEntries(Object.entries(tags).filter(([, value]) => value !== undefined)),
        ...explained,
      },
    ];
  });
}

function objectsOfFile(path: string, text: string): { path: string; index: number; object: SourceObject }[] {
  return documentsOf(text).flatMap(({ document, index }) =>
    document.problems.length > 0 ? [] : objectsOf(document).map((object) => ({ path, index, object })),
  );
}

/** What the explanation of an object rests on besides the object. */
interface Surroundings extends ExplainSettings {
  readonly path: string;
  readonly presets: readonly PodPreset[];
}

function explainObject(
  object: SourceObject,
  surroundings: Surroundings,
): Omit<Explanation, 'path' | 'index' | 'kubernetesVersion'> | undefined {
  const { minor } = surroundings.version;
  const { status, known } = object.description;
  if (status !== 'known' || !known) {
    const judgement = judge(object, minor);
    return judgement && { verdict: judgement.verdict };
  }
  const { value, problems, undecodable } = decode(object.document, object.node, object.json(), known, minor);
  if (undecodable) return { verdict: 'undecodable' };
  const refers = referredObjects(podOf(known, value));
  const defaults: ExplainedDefault[] = [];
  const { errors } = validateCreate(known, value, minor, {
    record: (path, set, why) => defaults.push({ path: path.toString(), value: set, why }),
  });
  const probes = timelinesOf(object, value, surroundings);
  return {
    verdict: problems.length + errors.length > 0 ? 'reject' : 'accept',
    effective: storedForm(known, value, minor),
    defaults,
    ...(known.podTemplate && {
      imagePullPolicies: pullPoliciesOf(podOf(known, value), [...known.podTemplate, 'spec'].join('.'), defaults),
      ...explainPod(podOf(known, value), refers, surroundings),
    }),
    ...(probes && { probes }),
  };
}

function explainPod(
  pod: Decoded<core.Pod>,
  refers: readonly string[],
  { presets, version: { minor } }: Surroundings,
): Pick<Explanation, 'qos' | 'podPresets' | 'staticPod'> {
  const { matched, applied, conflicts, pod: merged } = mergePodPresets(pod, presets);
  const effective = applied ? storedForm(findKind('v1', 'Pod')!, merged, minor) : null;
  return {
    qos: qosClass(pod.spec ?? {}, minor),
    podPresets: { matched, applied, conflicts, effective },
    staticPod: { refers, refused: refers.some((resource) => staticPodRefusedSince(resource, minor) !== undefined) },
  };
}

/**
 * What the probes do to each container that has any, or whose startup time is known; undefined for a kind without pods.
 * `value`: the object with its defaults.
 */
export function timelinesOf(
  { document, node, description }: Pick<SourceObject, 'document' | 'node' | 'description'>,
  value: Readonly<Json>,
  { path, version: { minor }, startupTime: byImage }: ExplainSettings & { readonly path: string },
): readonly ContainerTimeline[] | undefined {
  const { apiVersion = '', kind: kindName = '', known: kind } = description;
  const pod = resourceView({
    file: path,
    nodes: new FieldNodes(document, node),
    minor,
    apiVersion,
    kindName,
    kind,
    value,
    hasDirectives: mayHaveDirectives(document.text),
    isStaticPodFile: () => false,
    unknownFields: () => [],
  }).judged?.pod;
  if (!pod) return undefined;
  const timelines = pod.containers.map((container) => {
    const startupTime = startupTimeOf(startupTimeSources(container, byImage));
    return containerTimeline({
      container: container.value,
      role: container.role,
      pod: pod.spec,
      ...(startupTime && { startupTime }),
    });
  });
  return timelines.filter(({ probes, startupTime }) => probes.length > 0 || startupTime);
}

/** The Pod itself, or the one that a workload makes of its template. */
function podOf({ podTemplate = [] }: Kind, object: Json): Decoded<core.Pod> {
  const { metadata, spec } = podTemplate.reduce<Json>(
    (value, name) => (value[name] ?? {}) as Json,
    object,
  ) as Decoded<core.PodTemplateSpec>;
  const { namespace } = (object.metadata ?? {}) as { namespace?: string };
  return { metadata: { ...metadata, namespace }, spec };
}
