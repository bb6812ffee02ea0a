import { controlRule } from '../../kit/pod-security/control-rule.js';

export default controlRule({
  id: 'pod-security/run-as-user',
  summary: 'A container that is told to run as root, under restricted',
  brief: 'runs as user 0',
  outranks: ['security/run-as-non-root'],
  demand: 'A container may not run as user 0.',
  mend: (violated) => violated.removed(),
});
