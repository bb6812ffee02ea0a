import type { JobPod, JobSettings } from './job-facts.js';

type Policy = NonNullable<JobSettings['spec']['podFailurePolicy']>;
type Rule = NonNullable<Policy['rules']>[number];

/** What the first rule that matches makes of a failed Pod (matchPodFailurePolicy); `Count`: no rule does. */
function failureAction(pod: JobPod, { spec }: JobSettings, containerNames: readonly string[]): string {
  const rule = spec.podFailurePolicy?.rules?.find((candidate) => matches(pod, candidate, containerNames));
  return rule?.action ?? 'Count';
}

/** Whether a failed Pod counts towards backoffLimit. */
export function countsAsFailure(pod: JobPod, settings: JobSettings): boolean {
  return failureAction(pod, settings, containerNamesOf(settings)) !== 'Ignore';
}

export function failsJob(pod: JobPod, settings: JobSettings): boolean {
  return failureAction(pod, settings, containerNamesOf(settings)) === 'FailJob';
}

export function failsIndex(pod: JobPod, settings: JobSettings): boolean {
  return failureAction(pod, settings, containerNamesOf(settings)) === 'FailIndex';
}

function containerNamesOf({ spec }: JobSettings): readonly string[] {
  return (spec.template?.spec?.containers ?? []).map(({ name = '' }) => name);
}

/** The exit code is that of the first container; one that ended well matches no rule on exit codes. */
function matches(pod: JobPod, { onExitCodes, onPodConditions }: Rule, names: readonly string[]): boolean {
  if (!onExitCodes) return onPodConditions?.some(({ type, status }) => hasCondition(pod, type, status)) ?? false;
  const { exitCode } = pod;
  const named = onExitCodes.containerName === undefined || onExitCodes.containerName === names[0];
  if (!named || exitCode === undefined || exitCode === 0) return false;
  return (onExitCodes.values?.includes(exitCode) ?? false) === (onExitCodes.operator === 'In');
}

function hasCondition(pod: JobPod, type: string | undefined, status = 'True'): boolean {
  if (type === 'DisruptionTarget') return pod.disrupted === true && status === 'True';
  return type === 'Ready' && pod.ready === true && status === 'True';
}
