import { controlRule } from '../../kit/pod-security/control-rule.js';

export default controlRule({
  id: 'pod-security/run-as-non-root',
  summary: 'A container that may run as root, under restricted',
  brief: 'may run as root under restricted',
  outranks: ['security/run-as-non-root'],
  demand: 'Set it to true, here or in the Pod.',
  mend: (violated) => violated.setTo(true),
});
