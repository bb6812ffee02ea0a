import { controlRule } from '../../kit/pod-security/control-rule.js';
import type { Violated } from '../../kit/pod-security/violated.js';

export default controlRule({
  id: 'pod-security/host-namespaces',
  summary: 'A Pod in namespaces of its node, under baseline',
  brief: 'namespaces of the node',
  outranks: ['security/host-namespaces'],
  demand: 'A Pod may not share the network, processes or IPC of its node.',
  mend: (violated) => (hasHostProcess(violated) ? undefined : violated.removed()),
});

/** The server takes HostProcess Pods only in the network of their node (validateWindowsHostProcessPod, pkg/apis/core). */
function hasHostProcess({ pod }: Violated): boolean {
  const contexts = [pod.spec.securityContext, ...pod.containers.map(({ value }) => value.securityContext)];
  return contexts.some((context) => context?.windowsOptions?.hostProcess === true);
}
