import { defineRule, each } from '@podlint/engine/rule';

export default defineRule({
  id: 'ports/host-port',
  level: 'off',
  summary: 'A container port that takes a port of the node',
  brief: 'takes a port of the node',
  messages: {
    hostPort:
      'Container "{name}" takes port {port} of its node. Only one such Pod fits on a node, an update has to stop the old Pod first, and the port is open to everybody who reaches the node. Use a Service.',
  },
  container({ name, pod, value, at }, report) {
    for (const port of each(value.ports, at.ports)) {
      const { hostPort } = port.value;
      // With hostNetwork the server itself fills in every hostPort (SetHostNetworkPorts, pkg/apis/core/v1/defaults.go).
      if (hostPort && pod.object.isWritten(port.at.hostPort))
        report({ at: port.at.hostPort, message: 'hostPort', data: { name, port: hostPort } });
    }
  },
});
