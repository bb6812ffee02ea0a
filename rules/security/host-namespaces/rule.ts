import { defineRule } from '@podlint/engine/rule';

export default defineRule({
  id: 'security/host-namespaces',
  level: 'warn',
  summary: "A Pod in its node's network, process or IPC namespace",
  brief: 'uses namespaces of the node',
  messages: {
    hostNetwork:
      "The Pod uses the network of its node. It reaches what listens on the node's localhost, network policies do not apply to it, and its ports are taken on the node. Remove hostNetwork and use a Service, unless the Pod sets up or watches the node's own network.",
    hostPID:
      "The Pod sees every process of its node. It can read their command lines; as root it can also read their memory and files, and kill them. Remove hostPID unless the Pod watches the node's processes.",
    hostIPC:
      "The Pod shares its node's IPC namespace. It can read and change the shared memory and message queues of the node's processes. Remove hostIPC unless the Pod works with those processes.",
  },
  pod({ spec, at }, report) {
    if (spec.hostNetwork === true) report({ at: at.hostNetwork, message: 'hostNetwork' });
    if (spec.hostPID === true) report({ at: at.hostPID, message: 'hostPID' });
    if (spec.hostIPC === true) report({ at: at.hostIPC, message: 'hostIPC' });
  },
});
