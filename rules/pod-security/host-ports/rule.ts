import { controlRule } from '../../kit/pod-security/control-rule.js';

export default controlRule({
  id: 'pod-security/host-ports',
  summary: 'A port of the node, under baseline',
  brief: 'ports of the node',
  outranks: ['ports/host-port'],
  demand: 'A container may not take ports of its node.',
  mend: (violated) => violated.removed(),
});
