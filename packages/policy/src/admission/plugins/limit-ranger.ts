import { FieldPath } from '@podlint/field-path';
import { allProblems } from '@podlint/validation';
import type { Message } from '@podlint/messages';
import type { Decoded, core } from '@podlint/model';
import { limitRangeProblems, type Usage } from './limit-bounds.js';
import { fillContainers } from './limit-defaults.js';
import type { ObjectName, PluginContext, PodPlugin, PodSpec, Refusal } from './plugin.js';
import { amountsOf, podLimits, podRequests } from './pod-amounts.js';

type LimitRange = Decoded<core.LimitRange>;
type Claim = Decoded<core.PersistentVolumeClaim>;
type Container = Decoded<core.Container>;

/** plugin/pkg/admission/limitranger: gives containers requests and limits, and keeps amounts within bounds. */
export const limitRanger: PodPlugin = {
  admit(pod, context) {
    for (const range of rangesOf(context)) fillContainers(pod, range.spec?.limits ?? []);
    return undefined;
  },
  validate({ spec = {} }, context) {
    return firstRefusal(context, (range) => podProblems(spec, range));
  },
  sources: (_pod, context) => rangesOf(context).map(nameOf),
};

function nameOf({ metadata }: LimitRange): ObjectName {
  return { kind: 'LimitRange', name: metadata?.name ?? '' };
}

/** The same of a claim, whose storage has bounds (PersistentVolumeClaimValidateLimitFunc). */
export function refuseClaim({ spec = {} }: Claim, context: PluginContext): Refusal | undefined {
  const usage: PlacedUsage = {
    requests: amountsOf(spec.resources?.requests),
    limits: undefined,
    field: FieldPath.root.child('spec', 'resources', 'requests'),
  };
  return firstRefusal(context, (range) => problemsOf(range, 'PersistentVolumeClaim', [usage]));
}

function rangesOf({ cluster, namespace }: PluginContext): readonly LimitRange[] {
  return cluster.all('LimitRange', namespace);
}

/** What is out of bounds, and where. */
interface Problem {
  readonly message: Message;
  readonly field: FieldPath;
}

function firstRefusal(
  context: PluginContext,
  problems: (range: LimitRange) => readonly Problem[],
): Refusal | undefined {
  for (const range of rangesOf(context)) {
    const found = problems(range);
    const [first] = found;
    const message = allProblems(found.map((problem) => problem.message));
    if (first && message) return { plugin: 'LimitRanger', message, field: first.field, by: nameOf(range) };
  }
  return undefined;
}

/** What is asked for, and where. */
interface PlacedUsage extends Usage {
  readonly field: FieldPath;
}

/** PodValidateLimitFunc; what a Pod asks for as a whole is cpu and memory only. */
function podProblems(spec: PodSpec, range: LimitRange): readonly Problem[] {
  const containers = [...usagesOf(spec.containers, 'containers'), ...usagesOf(spec.initContainers, 'initContainers')];
  const amounts = { requests: podRequests(spec, isOfPod), limits: podLimits(spec, isOfPod) };
  const whole: PlacedUsage = { ...amounts, field: FieldPath.root.child('spec', 'resources') };
  return [...problemsOf(range, 'Container', containers), ...problemsOf(range, 'Pod', [whole])];
}

function isOfPod(resource: string): boolean {
  return resource === 'cpu' || resource === 'memory';
}

function usagesOf(containers: readonly Container[] = [], list: string): readonly PlacedUsage[] {
  return containers.map(({ resources }, i) => ({
    requests: amountsOf(resources?.requests),
    limits: amountsOf(resources?.limits),
    field: FieldPath.root.child('spec', list).index(i).child('resources'),
  }));
}

function problemsOf({ spec }: LimitRange, type: string, usages: readonly PlacedUsage[]): readonly Problem[] {
  const items = (spec?.limits ?? []).filter((item) => item.type === type);
  return items.flatMap((item) =>
    usages.flatMap(({ field, ...usage }) => limitRangeProblems(item, usage).map((message) => ({ message, field }))),
  );
}
