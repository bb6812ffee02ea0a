import { defineRule, each } from '@podlint/engine/rule';

export default defineRule({
  id: 'security/mount-propagation',
  level: 'off',
  summary: 'A mount that a container passes on to its node',
  messages: {
    bidirectional:
      'What container "{name}" mounts below "{path}" appears on the node and in every other container with that volume, and stays when the container dies without unmounting it. Use "HostToContainer" if the container only has to see mounts of the node.',
  },
  container({ name, value, at }, report) {
    for (const mount of each(value.volumeMounts, at.volumeMounts)) {
      const { mountPropagation, mountPath: path = '' } = mount.value;
      if (mountPropagation === 'Bidirectional')
        report({ at: mount.at.mountPropagation, message: 'bidirectional', data: { name, path } });
    }
  },
});
