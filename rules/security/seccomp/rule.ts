import { defineRule, set, type ContainerView, type Field, type FixProposal } from '@podlint/engine/rule';
import { isPatch } from '../../kit/patches.js';
import { effective, inherits, isPrivileged, isWindows } from '../../kit/security-context.js';

export default defineRule({
  id: 'security/seccomp',
  level: 'off',
  fix: 'unsafe',
  summary: 'A container without a seccomp profile',
  brief: 'no seccomp profile',
  messages: {
    unset:
      'Container "{name}" has no seccomp profile. Unless its kubelet has a default (seccompDefault), it may use every system call of the kernel, including those that exploits need. Set seccompProfile to the type "RuntimeDefault", here or for the whole Pod.',
    unconfined:
      'Container "{name}" turns seccomp off. It may use every system call of the kernel, including those that exploits need. Use the type "RuntimeDefault", or "Localhost" with a profile for this program.',
    podUnconfined:
      'The Pod turns seccomp off. Its containers may use every system call of the kernel, including those that exploits need. Use the type "RuntimeDefault", or "Localhost" with a profile for this program.',
  },
  unset: ['unset'],
  pod(pod, report) {
    if (pod.spec.securityContext?.seccompProfile?.type !== 'Unconfined') return;
    const at = pod.at.securityContext.seccompProfile.type;
    if (pod.containers.some((container) => isSubject(container) && inherits(container, 'seccompProfile')))
      report({ at, message: 'podUnconfined', fixes: [useDefault(at, 'RuntimeDefault')] });
  },
  container(container, report) {
    if (!isSubject(container)) return;
    const { name, value } = container;
    const profile = container.at.securityContext.seccompProfile;
    if (effective(container, 'seccompProfile') === undefined) {
      if (!isPatch(container))
        report({
          at: profile,
          message: 'unset',
          data: { name },
          fixes: [useDefault(profile, { type: 'RuntimeDefault' })],
        });
    } else if (value.securityContext?.seccompProfile?.type === 'Unconfined') {
      report({
        at: profile.type,
        message: 'unconfined',
        data: { name },
        fixes: [useDefault(profile.type, 'RuntimeDefault')],
      });
    }
  },
});

function isSubject(container: ContainerView): boolean {
  return !isPrivileged(container) && !isWindows(container.pod);
}

function useDefault(field: Field, value: unknown): FixProposal {
  return { title: 'Use the default seccomp profile of the runtime', safety: 'unsafe', changes: [set(field, value)] };
}
