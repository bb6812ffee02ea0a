import { defineRule, each } from '@podlint/engine/rule';

export default defineRule({
  id: 'host-aliases/mounts-etc-hosts',
  level: 'warn',
  summary: 'A volume mounted on /etc/hosts, which the kubelet then no longer manages',
  brief: 'a volume on /etc/hosts',
  messages: {
    aliases:
      'The volume "{volume}" is mounted on /etc/hosts, so hostAliases have no effect here. The kubelet leaves a mounted file alone in container "{name}". Put all names into the volume, or remove the mount.',
    mount:
      'The volume "{volume}" is mounted on /etc/hosts, so the kubelet leaves that file alone. In container "{name}" it lacks the Pod\'s own name, and "localhost" unless the volume has it. List the names in hostAliases of the Pod instead.',
    entries: 'These entries do not reach the container.',
  },
  container(container, report) {
    // Compared letter by letter (makeMounts, pkg/kubelet/kubelet_pods.go).
    const mount = each(container.value.volumeMounts, container.at.volumeMounts).find(
      ({ value }) => value.mountPath === '/etc/hosts',
    );
    if (!mount) return;
    const { pod } = container;
    const data = { name: container.name, volume: mount.value.name ?? '' };
    const at = mount.at.mountPath;
    if (pod.spec.hostAliases?.length)
      report({
        at,
        message: 'aliases',
        data,
        related: [{ at: pod.at.hostAliases, message: 'entries' }],
      });
    else report({ at, message: 'mount', data });
  },
});
