import { controlRule } from '../../kit/pod-security/control-rule.js';

export default controlRule({
  id: 'pod-security/proc-mount',
  summary: 'A /proc without masks, under baseline',
  brief: 'unmasked /proc',
  outranks: ['security/proc-mount'],
  demand: 'Only Default is allowed.',
  mend: (violated) => violated.removed(),
});
