import { referredObjects, staticPodRefusedSince } from '@podlint/kubelet';
import {
  findKind,
  mergePodPresets,
  podTemplateOf,
  qosClass,
  type Decoded as DecodedValue,
  type PodPreset,
  type core,
} from '@podlint/model';
import type { DefaultsRecorder } from '@podlint/model/defaults';
import { FieldPath } from '@podlint/field-path';
import { storedForm, type PlacedTemplate } from '@podlint/kinds';
import type { SourceObject } from '../documents/objects.js';
import type { SourceFile } from '../documents/source-file.js';
import type { FileCircumstances } from '../settings/circumstances.js';
import { inspect } from '../verdict/inspect.js';
import type { Decoded } from '../verdict/decoded.js';
import type { InspectedObject } from '../verdict/inspected.js';
import type { RunAdmission } from '../verdict/run-admission.js';
import type { ExplainedDefault, Explanation } from './explanation.js';
import { customDefaults } from './custom-defaults.js';
import { podSecurityOf } from './pod-security.js';
import { presetsOf } from './presets.js';
import { pullPoliciesOf } from './pull-policies.js';
import { explainedView, timelinesIn, type ExplainSettings } from './timelines.js';

/** An object of the run, judged for one version, and the defaults that it got on the way. */
interface ExplainedObject {
  readonly inspected: InspectedObject;
  readonly settings: ExplainSettings;
  readonly defaults: readonly ExplainedDefault[];
}

export interface ExplainOptions {
  /** The Pod as the server's plugins leave it; default: it is not worked out. */
  readonly admission?: 'shown' | undefined;
}

/** What would really run: the objects of the files as the server of the last version asked for would hold them. */
export function explain(
  files: readonly SourceFile[],
  circumstances: FileCircumstances,
  { admission }: ExplainOptions = {},
): Explanation[] {
  const admit = admission === 'shown' ? circumstances.customResources?.admission : undefined;
  const objects = files.flatMap((file) => objectsOf(file, circumstances));
  const presets = objects.flatMap(({ inspected }) => (inspected.object ? presetsOf(inspected.object) : []));
  return objects.flatMap((object) => explanationOf(object, presets, admit) ?? []);
}

function objectsOf(file: SourceFile, circumstances: FileCircumstances): ExplainedObject[] {
  const { path } = file;
  const { settings, versions, rules } = circumstances.of(path);
  const version = versions.at(-1);
  if (!version) return [];
  const defaults = new Map<SourceObject, ExplainedDefault[]>();
  const { objects } = inspect(file, {
    versions: [version],
    customResources: circumstances.customResources,
    operationOn: (object) => ({ operation: 'create', recorder: recorderFor(object, defaults) }),
  });
  return objects.flatMap((inspected) => {
    const { document, object } = inspected;
    if (!object || document.problems.length > 0) return [];
    const { startupTime } = settings;
    const isStaticPodFile = rules.known.isStaticPodFile(path);
    const known = { path, version, startupTime, isStaticPodFile };
    return [{ inspected, settings: known, defaults: defaults.get(object) ?? [] }];
  });
}

function recorderFor(object: SourceObject, defaults: Map<SourceObject, ExplainedDefault[]>): DefaultsRecorder {
  const recorded: ExplainedDefault[] = [];
  defaults.set(object, recorded);
  return { record: (path, value, why) => recorded.push({ path: path.toString(), value, why }) };
}

/** Undefined for an object that podlint does not judge. */
function explanationOf(
  { inspected, settings, defaults }: ExplainedObject,
  presets: readonly PodPreset[],
  admit: RunAdmission | undefined,
): Explanation | undefined {
  const { index, object, judgements } = inspected;
  const [judgement] = judgements;
  if (!object || !judgement?.verdict) return undefined;
  const { verdict, decoded, effective, templates } = judgement;
  const { description, item, name } = object;
  const { path, version } = settings;
  const admission = verdict === 'accept' ? admit?.explain(object.json(), version.minor) : undefined;
  return {
    path,
    index,
    kubernetesVersion: version.name,
    ...(item !== undefined && { item }),
    ...(description.kind !== undefined && { kind: description.kind }),
    ...(name !== undefined && { name }),
    verdict,
    ...(admission && { admission }),
    ...(effective && { effective, defaults: customDefaults(object.json(), effective) }),
    ...(!effective &&
      decoded &&
      verdict !== 'undecodable' &&
      ofStored(judgement.admitted?.before ?? decoded, { settings, defaults })),
    ...(verdict !== 'undecodable' && podTemplatesOf(object, decoded, templates)),
    ...(decoded &&
      verdict !== 'undecodable' &&
      ofPods(object, decoded, { settings, defaults, presets, before: judgement.admitted?.before })),
  };
}

/** What the explanation of an object rests on besides the object. */
interface Basis extends Pick<ExplainedObject, 'settings' | 'defaults'> {
  readonly presets: readonly PodPreset[];
  /** The object before admission changed it, where it did. */
  readonly before: Decoded | undefined;
}

function ofStored(
  { kind, value }: Decoded,
  { settings, defaults }: Omit<Basis, 'presets' | 'before'>,
): Partial<Explanation> {
  return { effective: storedForm(kind, value, settings.version.minor), defaults };
}

/** Of a kind of Kubernetes' own the object itself has them. */
function podTemplatesOf(
  { description }: SourceObject,
  decoded: Decoded | undefined,
  templates: readonly PlacedTemplate[] = [],
): Pick<Explanation, 'podTemplates'> {
  if (description.known) return {};
  const { kind, value } = decoded ?? {};
  const template = kind && podTemplateOf(kind, value ?? {});
  const single = template ? [{ path: FieldPath.root.below(kind.podTemplate ?? []).toString(), template }] : [];
  const several = templates.flatMap(({ path, part, pods, value: placed }) =>
    part === 'template' && pods === 'whole' ? [{ path: path.toString(), template: placed }] : [],
  );
  const podTemplates = [...single, ...several];
  return podTemplates.length > 0 ? { podTemplates } : {};
}

/** What is to be said of the Pods that an object makes. */
function ofPods(object: SourceObject, { kind, value }: Decoded, basis: Basis): Partial<Explanation> {
  const { settings, defaults, before } = basis;
  const view = explainedView(object, { kind, value }, settings);
  const probes = timelinesIn(view, settings);
  return {
    ...(kind.podTemplate && {
      imagePullPolicies: pullPoliciesOf(podOf({ kind, value }), kind.podTemplate, {
        defaults,
        before: before && podOf(before),
      }),
      ...ofPod(podOf({ kind, value }), basis, view.isStaticPod),
      podSecurity: podSecurityOf({ kind, value }, settings.version.minor),
    }),
    ...(probes && { probes }),
  };
}

function ofPod(
  pod: DecodedValue<core.Pod>,
  { presets, settings }: Basis,
  isOne: boolean,
): Pick<Explanation, 'qos' | 'podPresets' | 'staticPod'> {
  const { minor } = settings.version;
  const { matched, applied, conflicts, pod: merged } = mergePodPresets(pod, presets);
  const podKind = applied ? findKind('v1', 'Pod') : undefined;
  const effective = podKind ? storedForm(podKind, merged, minor) : null;
  const refers = referredObjects(pod);
  const refused = refers.some((resource) => staticPodRefusedSince(resource, minor) !== undefined);
  return {
    qos: qosClass(pod.spec ?? {}, minor),
    podPresets: { matched, applied, conflicts, effective },
    staticPod: { refers, refused, isOne },
  };
}

/** The Pod itself, or the one that a workload makes of its template. */
function podOf({ kind, value }: Decoded): DecodedValue<core.Pod> {
  const { metadata = {}, spec = {} } = podTemplateOf(kind, value) ?? {};
  const { namespace } = (value.metadata ?? {}) as { namespace?: string };
  return { metadata: { ...metadata, ...(namespace !== undefined && { namespace }) }, spec };
}
