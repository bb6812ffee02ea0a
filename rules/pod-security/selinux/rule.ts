import { controlRule } from '../../kit/pod-security/control-rule.js';

export default controlRule({
  id: 'pod-security/selinux',
  summary: 'Custom SELinux options, under baseline',
  demand:
    'this option is not allowed. The type may be container_t, container_init_t, container_kvm_t or container_engine_t; leave user and role out.',
  mend: (violated) => violated.removed(),
});
