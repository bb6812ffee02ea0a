import { defineRule, each } from '@podlint/engine/rule';

export default defineRule({
  id: 'volumes/host-path',
  level: 'off',
  summary: 'A volume that is a folder or file of the node',
  messages: {
    hostPath:
      'The volume "{volume}" is {path} of whatever node the pod runs on: the files are others on each node, stay behind when the pod moves, and tie the pod to the node\'s layout. Use a claim, an emptyDir, a ConfigMap or a Secret.',
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
