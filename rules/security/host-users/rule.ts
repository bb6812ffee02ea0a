import { addition, defineRule, setting, type PodView } from '@podlint/engine/rule';
import { isEnabled } from '@podlint/model';
import { isWindows } from '../../kit/security-context.js';

export default defineRule({
  id: 'security/host-users',
  level: 'off',
  hasChoices: true,
  summary: 'A Pod without a user namespace of its own',
  brief: 'no user namespace',
  messages: {
    shared:
      'The Pod shares the user IDs of its node. Root in a container that gets out of it is root on the node. Set hostUsers to false, if the nodes and the volumes can do that.',
  },
  pod(pod, report) {
    if (pod.spec.hostUsers === false || !canHaveUserNamespace(pod)) return;
    const at = pod.at.hostUsers;
    const choice = pod.spec.hostUsers === undefined ? addition : setting;
    report({ at, message: 'shared', choices: [choice(at, false)] });
  },
});

/**
 * Where `hostUsers: false` is not served by default, or is refused together with something else (validateHostUsers,
 * pkg/apis/core/validation/validation.go), there is nothing to advise.
 */
function canHaveUserNamespace(pod: PodView): boolean {
  const { hostNetwork, hostPID, hostIPC } = pod.spec;
  if (!isEnabled('UserNamespacesSupport', pod.object.minor) || hostNetwork || hostPID || hostIPC || isWindows(pod))
    return false;
  return pod.containers.every(({ value }) => !value.volumeDevices?.length);
}
