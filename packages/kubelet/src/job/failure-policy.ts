import type { JobPod, JobPodEnd, JobSettings } from './job-facts.js';

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

/** GetMatchingContainerFromList: any container that failed; one that ended well matches no rule on exit codes. */
function matches(pod: JobPod, { onExitCodes, onPodConditions }: Rule, names: readonly string[]): boolean {
  if (!onExitCodes) return onPodConditions?.some(({ type, status }) => hasCondition(pod, type, status)) ?? false;
  const { containerName, values, operator } = onExitCodes;
  return endsOf(pod, names).some(({ container, exitCode }) => {
    const asked = exitCode !== 0 && (containerName === undefined || containerName === container);
    return asked && (values?.includes(exitCode) ?? false) === (operator === 'In');
  });
}

function endsOf({ ends, exitCode }: JobPod, [first = '']: readonly string[]): readonly JobPodEnd[] {
  return ends ?? (exitCode === undefined ? [] : [{ container: first, exitCode }]);
}

function hasCondition(pod: JobPod, type: string | undefined, status = 'True'): boolean {
  if (type === 'DisruptionTarget') return pod.disrupted === true && status === 'True';
  return type === 'Ready' && pod.ready === true && status === 'True';
}
