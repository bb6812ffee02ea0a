import { defineRule, each } from '@podlint/engine/rule';
import { isRuntimeSocket } from '../../kit/runtime-sockets.js';

export default defineRule({
  id: 'security/docker-socket',
  level: 'warn',
  summary: "A Pod with the socket of its node's container runtime",
  brief: "mounts the runtime's socket",
  messages: {
    socket:
      'The volume "{volume}" is the control socket of the node\'s container runtime. Anyone who can write to it can start any container on the node, even a privileged one, past every check of the API server. Build images without it (BuildKit, Buildah), and read metrics from the kubelet.',
  },
  pod({ spec, at }, report) {
    for (const volume of each(spec.volumes, at.volumes)) {
      const { name = '', hostPath } = volume.value;
      if (hostPath && isRuntimeSocket(hostPath.path ?? ''))
        report({ at: volume.at.hostPath.path, message: 'socket', data: { volume: name } });
    }
  },
});
