import { controlRule } from '../../kit/pod-security/control-rule.js';

export default controlRule({
  id: 'pod-security/host-probes-lifecycle',
  summary: 'A probe or hook that goes to another host, under baseline',
  brief: 'probes or hooks to other hosts',
  demand: 'A probe or hook may only go to the Pod itself: leave host out.',
  mend: (violated) => violated.removed(),
});
