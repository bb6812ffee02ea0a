import { controlRule } from '../../kit/pod-security/control-rule.js';

export default controlRule({
  id: 'pod-security/proc-mount',
  summary: 'A /proc without masks, under baseline',
  demand: 'only Default is allowed.',
  mend: (violated) => violated.removed(),
});
