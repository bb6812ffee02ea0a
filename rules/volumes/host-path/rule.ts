import { defineRule, each } from '@podlint/engine/rule';

export default defineRule({
  id: 'volumes/host-path',
  level: 'off',
  summary: 'A volume that is a folder or file of the node',
  brief: 'uses a path of the node',
  messages: {
    hostPath:
      'The volume "{volume}" is {path} of the node that the Pod runs on. The files differ from node to node, stay behind when the Pod moves, and tie the Pod to the node\'s layout. Use a claim, an emptyDir, a ConfigMap or a Secret.',
  },
  pod({ spec, at }, report) {
    for (const volume of each(spec.volumes, at.volumes)) {
      const { name = '', hostPath } = volume.value;
      if (hostPath)
        report({
          at: volume.at.hostPath.path,
          message: 'hostPath',
          data: { volume: name, path: `"${hostPath.path ?? ''}"` },
        });
    }
  },
});
