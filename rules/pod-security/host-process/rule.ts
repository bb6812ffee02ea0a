import { controlRule } from '../../kit/pod-security/control-rule.js';

export default controlRule({
  id: 'pod-security/host-process',
  summary: 'A HostProcess container of Windows, under baseline',
  brief: 'HostProcess containers',
  demand: 'A container may not run on its Windows node itself.',
});
