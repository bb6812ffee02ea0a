import { controlRule } from '../../kit/pod-security/control-rule.js';

export default controlRule({
  id: 'pod-security/selinux',
  summary: 'Custom SELinux options, under baseline',
  brief: 'custom SELinux options',
  demand:
    'Only some types are allowed (container_t, container_init_t, container_kvm_t, container_engine_t), and no user or role.',
  mend: (violated) => violated.removed(),
});
