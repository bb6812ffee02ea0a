import type { ContainerView, PodView } from '@podlint/engine/rule';
import { own } from '@podlint/plain';

/**
 * The fields that a container takes over from its Pod (DetermineEffectiveSecurityContext, pkg/securitycontext/util.go).
 */
interface Inherited {
  readonly runAsUser?: number;
  readonly runAsGroup?: number;
  readonly runAsNonRoot?: boolean;
  readonly seccompProfile?: { readonly type?: string };
}

/** What holds for a container: its own field, or else that of its Pod. */
export function effective<Name extends keyof Inherited>(
  { value, pod }: ContainerView,
  name: Name,
): Inherited[Name] | undefined {
  const own: Inherited | undefined = value.securityContext;
  const ofPod: Inherited | undefined = pod.spec.securityContext;
  return own?.[name] ?? ofPod?.[name];
}

/** Whether a container leaves a field to its Pod. */
export function inherits({ value }: ContainerView, name: keyof Inherited): boolean {
  const own: Inherited | undefined = value.securityContext;
  return own?.[name] === undefined;
}

const osLabels = ['kubernetes.io/os', 'beta.kubernetes.io/os'];

/** A Pod for Windows nodes, which have none of the things that most of a security context is about. */
export function isWindows({ spec }: PodView): boolean {
  return spec.os?.name === 'windows' || osLabels.some((label) => own(spec.nodeSelector, label) === 'windows');
}

/** A privileged container gets every capability and no seccomp profile, whatever else its security context says. */
export function isPrivileged({ value }: ContainerView): boolean {
  return value.securityContext?.privileged === true;
}

/**
 * Runtimes read the names of capabilities in any case; some also with the prefix that the kernel's headers give them.
 */
export function capabilityName(written: string): string {
  return written.toUpperCase().replace(/^CAP_/, '');
}

/** Whether a container gives a capability away: by its own name, or with ALL. */
export function drops({ value }: ContainerView, capability: string): boolean {
  return (
    value.securityContext?.capabilities?.drop
      ?.map(capabilityName)
      .some((name) => name === 'ALL' || name === capability) ?? false
  );
}
