import { defineRule } from '@podlint/engine/rule';

export default defineRule({
  id: 'host-aliases/mounts-etc-hosts',
  level: 'warn',
  summary: 'A volume mounted on /etc/hosts, which the kubelet then no longer manages',
  messages: {
    aliases:
      'Container "{name}" mounts volume "{volume}" on /etc/hosts, so the kubelet leaves that file alone and the hostAliases of the Pod have no effect in this container. Put all names into the volume, or remove the mount.',
    mount:
      'Container "{name}" mounts volume "{volume}" on /etc/hosts, so the kubelet leaves that file alone: it lacks the Pod\'s own name, and "localhost" unless the volume has it. List the names in hostAliases of the Pod instead.',
  },
  container(container, report) {
    const { volumeMounts } = container.value;
    // Compared letter by letter (makeMounts, pkg/kubelet/kubelet_pods.go).
    const index = volumeMounts?.findIndex(({ mountPath }) => mountPath === '/etc/hosts') ?? -1;
    if (index < 0) return;
    const { pod } = container;
    const data = { name: container.name, volume: volumeMounts?.[index]?.name ?? '' };
    const at = container.at.volumeMounts[index]!.mountPath;
    if (pod.spec.hostAliases?.length)
      report({
        at,
        message: 'aliases',
        data,
        related: [{ at: pod.at.hostAliases, message: 'These entries do not reach the container.' }],
      });
    else report({ at, message: 'mount', data });
  },
});
