import { defineRule, each } from '@podlint/engine/rule';

const sshPort = 22;

export default defineRule({
  id: 'ports/ssh',
  level: 'warn',
  summary: 'A container that offers port 22, as an SSH server does',
  brief: 'offers SSH',
  messages: {
    ssh: 'Container "{name}" offers port 22, the port of an SSH server. That is a second way in, with users and keys that Kubernetes neither knows nor logs. Use kubectl exec or kubectl debug to get a shell, and remove the server and its port.',
  },
  container({ name, value, at }, report) {
    for (const port of each(value.ports, at.ports))
      if (port.value.containerPort === sshPort && port.value.protocol === 'TCP')
        report({ at: port.at.containerPort, message: 'ssh', data: { name } });
  },
});
