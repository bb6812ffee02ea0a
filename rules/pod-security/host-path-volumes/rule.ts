import { controlRule } from '../../kit/pod-security/control-rule.js';

export default controlRule({
  id: 'pod-security/host-path-volumes',
  summary: 'A volume of the node, under baseline',
  brief: 'paths of the node',
  outranks: ['volumes/host-path'],
  demand: 'A Pod may not mount paths of its node.',
});
