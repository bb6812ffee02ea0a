import { type Decoded, type Minor, type core, isEnabled, type meta } from '@podlint/model';
import { syncAppArmor } from './app-armor.js';

type Pod = Decoded<core.Pod>;
type Labels = Record<string, string | undefined>;

/**
 * What the server derives from the labels and annotations of a new Pod: podStrategy.PrepareForCreate,
 * pkg/registry/core/pod/strategy.go. In place.
 */
export function completeNewPod(pod: Pod, minor: Minor): void {
  const spec = (pod.spec ??= {});
  if (isEnabled('MatchLabelKeysInPodAffinity', minor)) mergeAffinityKeys(spec, pod.metadata?.labels ?? {});
  if (isEnabled('MatchLabelKeysInPodTopologySpreadSelectorMerge', minor))
    mergeSpreadKeys(spec, pod.metadata?.labels ?? {});
  if (isEnabled('AppArmor', minor)) syncAppArmor(pod, minor);
}

/** mutatePodAffinity: what the Pod's labels say now is written into the selectors. */
function mergeAffinityKeys(spec: Decoded<core.PodSpec>, labels: Labels): void {
  for (const affinity of [spec.affinity?.podAffinity, spec.affinity?.podAntiAffinity]) {
    for (const { podAffinityTerm } of affinity?.preferredDuringSchedulingIgnoredDuringExecution ?? [])
      mergeTermKeys(podAffinityTerm ?? {}, labels);
    for (const term of affinity?.requiredDuringSchedulingIgnoredDuringExecution ?? []) mergeTermKeys(term, labels);
  }
}

function mergeTermKeys(
  { labelSelector, matchLabelKeys, mismatchLabelKeys }: Decoded<core.PodAffinityTerm>,
  labels: Labels,
): void {
  mergeKeys(labelSelector, matchLabelKeys, 'In', labels);
  mergeKeys(labelSelector, mismatchLabelKeys, 'NotIn', labels);
}

/** mutateTopologySpreadConstraints. */
function mergeSpreadKeys(spec: Decoded<core.PodSpec>, labels: Labels): void {
  for (const { labelSelector, matchLabelKeys } of spec.topologySpreadConstraints ?? [])
    mergeKeys(labelSelector, matchLabelKeys, 'In', labels);
}

/** applyLabelKeysToLabelSelector; an absent selector matches nothing and stays absent. */
function mergeKeys(
  selector: Decoded<meta.LabelSelector> | undefined,
  keys: readonly string[] | undefined,
  operator: 'In' | 'NotIn',
  labels: Labels,
): void {
  if (!selector) return;
  for (const key of keys ?? []) {
    const value = Object.hasOwn(labels, key) ? labels[key] : undefined;
    if (value !== undefined) (selector.matchExpressions ??= []).push({ key, operator, values: [value] });
  }
}
