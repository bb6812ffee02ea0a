import { defineRule, set, type Field, type FixProposal } from '@podlint/engine/rule';
import { isPatch } from '../../kit/patches.js';
import { effective, inherits, isPrivileged, isWindows } from '../../kit/security-context.js';

export default defineRule({
  id: 'security/run-as-non-root',
  level: 'warn',
  fix: 'unsafe',
  outranks: ['security/high-uid'],
  summary: 'A container that runs as root, or may do so',
  brief: 'may run as root',
  messages: {
    unset:
      'Container "{name}" may run as root, as its image decides. If the image names no user it is root, and anyone who escapes from the container is root on the node. Set runAsNonRoot to true, or runAsUser to a user ID of the image, unless the program has to be root.',
    root: 'Container "{name}" runs as root, as runAsUser is 0. Anyone who escapes from the container is root on the node. Set runAsUser to another user ID, unless the program has to be root.',
    podRoot:
      'Containers of this Pod that name no user run as root, as runAsUser is 0. Anyone who escapes from one is root on the node. Set runAsUser to another user ID, unless the programs have to be root.',
  },
  unset: ['unset'],
  pod(pod, report) {
    // Root of a user namespace is nobody on the node.
    if (pod.spec.securityContext?.runAsUser !== 0 || pod.spec.hostUsers === false) return;
    const root = pod.containers.some(
      (container) =>
        inherits(container, 'runAsUser') && effective(container, 'runAsNonRoot') !== true && !isPrivileged(container),
    );
    if (root) report({ at: pod.at.securityContext.runAsUser, message: 'podRoot' });
  },
  container(container, report) {
    const { pod, name, at } = container;
    const user = effective(container, 'runAsUser');
    const nonRoot = effective(container, 'runAsNonRoot');
    // security/non-root-conflict speaks of those that must not, and have to.
    if ((user === 0 && nonRoot === true) || pod.spec.hostUsers === false || isWindows(pod)) return;
    // security/privileged says more: what the privileges are for (mounts, sysctls, devices), only root can do.
    if (isPrivileged(container)) return;
    if (user === 0 && !inherits(container, 'runAsUser')) {
      report({ at: at.securityContext.runAsUser, message: 'root', data: { name } });
    } else if (user === undefined && nonRoot !== true && !isPatch(container)) {
      const field = at.securityContext.runAsNonRoot;
      report({
        at: field,
        message: 'unset',
        data: { name },
        fixes: [demandUser(field)],
      });
    }
  },
});

function demandUser(field: Field): FixProposal {
  return { title: 'Set runAsNonRoot to true', safety: 'unsafe', changes: [set(field, true)], isTaken: true };
}
