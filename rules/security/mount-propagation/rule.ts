import { defineRule, each } from '@podlint/engine/rule';

export default defineRule({
  id: 'security/mount-propagation',
  level: 'off',
  summary: 'A mount that a container passes on to its node',
  brief: 'mounts appear on the node',
  messages: {
    bidirectional:
      'What container "{name}" mounts below "{path}" also appears on the node. It appears in every other container with that volume, too, and stays if the container dies without unmounting it. Use "HostToContainer" if the container only has to see mounts of the node.',
  },
  container({ name, value, at }, report) {
    for (const mount of each(value.volumeMounts, at.volumeMounts)) {
      const { mountPropagation, mountPath: path = '' } = mount.value;
      if (mountPropagation === 'Bidirectional')
        report({ at: mount.at.mountPropagation, message: 'bidirectional', data: { name, path } });
    }
  },
});
