import { controlRule } from '../../kit/pod-security/control-rule.js';

export default controlRule({
  id: 'pod-security/seccomp',
  summary: 'A seccomp profile that is missing or switched off',
  brief: 'seccomp profile missing or off',
  outranks: ['security/seccomp'],
  demand: 'Set it to RuntimeDefault or Localhost; baseline allows to leave it out.',
  mend: (violated) => (violated.name.includes('annotations') ? violated.removed() : violated.setTo('RuntimeDefault')),
});
