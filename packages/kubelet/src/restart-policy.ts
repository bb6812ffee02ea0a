import type { Decoded, core } from '@podlint/model';

export type Container = Decoded<core.Container>;
export type PodSpec = Decoded<core.PodSpec>;
type RestartRule = NonNullable<Container['restartPolicyRules']>[number];

/** An init container that keeps running (IsRestartableInitContainer, pkg/api/v1/pod/util.go). */
export function isSidecar(container: Container): boolean {
  return container.restartPolicy === 'Always';
}

/** FindMatchingContainerRestartRule, pkg/api/v1/pod/util.go: the first rule that has something to say of the code. */
function matchingRestartRule({ restartPolicyRules }: Container, exitCode: number): RestartRule | undefined {
  return restartPolicyRules?.find(({ exitCodes }) => {
    const listed = exitCodes?.values?.includes(exitCode) ?? false;
    return exitCodes?.operator === 'In' ? listed : exitCodes?.operator === 'NotIn' && !listed;
  });
}

export function restartsAllContainers(container: Container, exitCode: number): boolean {
  return matchingRestartRule(container, exitCode)?.action === 'RestartAllContainers';
}

/** AllContainersCouldRestart, pkg/api/v1/pod/util.go. */
export function hasRestartAllRule({ containers, initContainers }: PodSpec): boolean {
  return [...(initContainers ?? []), ...(containers ?? [])].some(({ restartPolicyRules }) =>
    restartPolicyRules?.some(({ action }) => action === 'RestartAllContainers'),
  );
}

/**
 * ContainerShouldRestart, pkg/api/v1/pod/util.go: the rules of the container, its own policy, the Pod's, in that order.
 * A container that has rules has a policy.
 */
export function restartsAfterExit(container: Container, pod: PodSpec, exitCode: number): boolean {
  const rule = container.restartPolicy === undefined ? undefined : matchingRestartRule(container, exitCode);
  if (rule?.action === 'Restart' || rule?.action === 'RestartAllContainers') return true;
  return policyRestarts(container.restartPolicy ?? pod.restartPolicy, exitCode);
}

/** Whether a container that the kubelet kills for a probe comes back: no rule is asked, for it has no exit code yet. */
export function restartsWhenKilled(container: Container, pod: PodSpec): boolean {
  return (container.restartPolicy ?? pod.restartPolicy) !== 'Never';
}

function policyRestarts(policy: string | undefined, exitCode: number): boolean {
  if (policy === 'OnFailure') return exitCode !== 0;
  return policy !== 'Never';
}
