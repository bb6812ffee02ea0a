import { defineRule } from '@podlint/engine/rule';

export default defineRule({
  id: 'security/host-namespaces',
  level: 'warn',
  summary: "A Pod in its node's network, process or IPC namespace",
  messages: {
    hostNetwork:
      "The Pod uses its node's network: it reaches what listens on the node's localhost only, network policies do not hold it back, and its ports are taken on the node. Remove hostNetwork, and let a Service lead to the Pod, unless it sets up or watches the node's own network.",
    hostPID:
      "The Pod sees every process of its node with its command line; as root it also reads their memory and files, and can kill them. Remove hostPID unless the Pod watches the node's processes.",
    hostIPC:
      "The Pod shares its node's IPC namespace: it can read and change the shared memory and message queues of the node's processes. Remove hostIPC unless the Pod works with those processes.",
  },
  pod({ spec, at }, report) {
    if (spec.hostNetwork === true) report({ at: at.hostNetwork, message: 'hostNetwork' });
    if (spec.hostPID === true) report({ at: at.hostPID, message: 'hostPID' });
    if (spec.hostIPC === true) report({ at: at.hostIPC, message: 'hostIPC' });
  },
});
