import { defineRule } from '@podlint/engine/rule';

const sshPort = 22;

export default defineRule({
  id: 'ports/ssh',
  level: 'warn',
  summary: 'A container that offers port 22, as an SSH server does',
  messages: {
    ssh: 'Container "{name}" offers port 22: an SSH server in a container is a second way in, with users and keys that Kubernetes neither knows nor logs. Use kubectl exec or kubectl debug to get a shell, and remove the server and its port.',
  },
  container({ name, value, at }, report) {
    value.ports?.forEach(({ containerPort, protocol }, index) => {
      if (containerPort === sshPort && protocol === 'TCP')
        report({ at: at.ports[index]!.containerPort, message: 'ssh', data: { name } });
    });
  },
});
