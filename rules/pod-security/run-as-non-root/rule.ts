import { controlRule } from '../../kit/pod-security/control-rule.js';

export default controlRule({
  id: 'pod-security/run-as-non-root',
  summary: 'A container that may run as root, under restricted',
  demand: 'set it to true, here or in the Pod.',
  mend: (violated) => violated.setTo(true),
});
