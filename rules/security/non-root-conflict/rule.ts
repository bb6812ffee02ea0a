import { defineRule, remove, type ContainerView, type FixProposal } from '@podlint/engine/rule';
import { effective, inherits, isWindows } from '../../kit/security-context.js';

export default defineRule({
  id: 'security/non-root-conflict',
  level: 'error',
  fix: 'unsafe',
  outranks: ['security/high-uid', 'security/run-as-non-root'],
  summary: 'A container that must not run as root, and is told to',
  brief: 'runAsNonRoot with user 0',
  messages: {
    conflict:
      'Container "{name}" must not run as root (runAsNonRoot), but runAsUser is 0. The kubelet refuses to create it. Change one of the two.',
    ruledOut: 'root is ruled out here',
  },
  container(container, report) {
    const { pod, name, at } = container;
    if (effective(container, 'runAsUser') !== 0 || effective(container, 'runAsNonRoot') !== true) return;
    // There the kubelet looks at the name of the user alone.
    if (isWindows(pod)) return;
    const isInherited = inherits(container, 'runAsUser');
    const ofPod = pod.at.securityContext;
    report({
      at: isInherited ? ofPod.runAsUser : at.securityContext.runAsUser,
      message: 'conflict',
      data: { name },
      related: [
        {
          at: inherits(container, 'runAsNonRoot') ? ofPod.runAsNonRoot : at.securityContext.runAsNonRoot,
          message: 'ruledOut',
        },
      ],
      fixes: fixesOf(container, isInherited),
    });
  },
});

/** Without its own user a container gets that of its Pod, and without that the one of its image. */
function fixesOf({ pod, at }: ContainerView, isInherited: boolean): FixProposal[] {
  if (isInherited || pod.spec.securityContext?.runAsUser === 0) return [];
  return [{ title: 'Remove runAsUser', safety: 'unsafe', changes: [remove(at.securityContext.runAsUser)] }];
}
