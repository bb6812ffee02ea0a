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
    return firstRefusal(context, (range) => podProblems(spec, range), FieldPath.root.child('spec', 'containers'));
  },
  sources: (_pod, context) => rangesOf(context).map(nameOf),
};

function nameOf({ metadata }: LimitRange): ObjectName {
  return { kind: 'LimitRange', name: metadata?.name ?? '' };
}

/** The same of a claim, whose storage has bounds (PersistentVolumeClaimValidateLimitFunc). */
export function refuseClaim({ spec = {} }: Claim, context: PluginContext): Refusal | undefined {
  const usage: Usage = { requests: amountsOf(spec.resources?.requests), limits: undefined };
  const field = FieldPath.root.child('spec', 'resources', 'requests');
  return firstRefusal(context, (range) => problemsOf(range, 'PersistentVolumeClaim', [usage]), field);
}

function rangesOf({ cluster, namespace }: PluginContext): readonly LimitRange[] {
  return cluster.all('LimitRange', namespace);
}

function firstRefusal(
  context: PluginContext,
  problems: (range: LimitRange) => readonly Message[],
  field: FieldPath,
): Refusal | undefined {
  for (const range of rangesOf(context)) {
    const found = problems(range);
    const message = allProblems(found);
    if (message) return { plugin: 'LimitRanger', message, field, by: nameOf(range) };
  }
  return undefined;
}

/** PodValidateLimitFunc; what a Pod asks for as a whole is cpu and memory only. */
function podProblems(spec: PodSpec, range: LimitRange): readonly Message[] {
  const containers = [...(spec.containers ?? []), ...(spec.initContainers ?? [])].map(usageOf);
  const whole: Usage = { requests: podRequests(spec, isOfPod), limits: podLimits(spec, isOfPod) };
  return [...problemsOf(range, 'Container', containers), ...problemsOf(range, 'Pod', [whole])];
}

function isOfPod(resource: string): boolean {
  return resource === 'cpu' || resource === 'memory';
}

function usageOf({ resources }: Container): Usage {
  return { requests: amountsOf(resources?.requests), limits: amountsOf(resources?.limits) };
}

function problemsOf({ spec }: LimitRange, type: string, usages: readonly Usage[]): readonly Message[] {
  const items = (spec?.limits ?? []).filter((item) => item.type === type);
  return items.flatMap((item) => usages.flatMap((usage) => limitRangeProblems(item, usage)));
}
