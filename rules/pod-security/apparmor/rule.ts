import { controlRule } from '../../kit/pod-security/control-rule.js';

export default controlRule({
  id: 'pod-security/apparmor',
  summary: 'An AppArmor profile that switches protection off, under baseline',
  brief: 'AppArmor switched off',
  demand: 'AppArmor may only be left out, or be RuntimeDefault or Localhost.',
  mend: (violated) => (violated.name.includes('annotations') ? violated.removed() : violated.setTo('RuntimeDefault')),
});
