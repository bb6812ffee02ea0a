import { controlRule } from '../../kit/pod-security/control-rule.js';
import type { Violated } from '../../kit/pod-security/violated.js';

export default controlRule({
  id: 'pod-security/allow-privilege-escalation',
  summary: 'A container that may gain privileges, under restricted',
  brief: 'privilege escalation under restricted',
  outranks: ['security/allow-privilege-escalation'],
  demand: 'Set it to false.',
  mend: (violated) => (needsEscalation(violated) ? undefined : violated.setTo(false)),
});

/** The server takes false of no container that is privileged or adds SYS_ADMIN (validateSecurityContext, pkg/apis/core). */
function needsEscalation({ container }: Violated): boolean {
  const { privileged, capabilities } = container?.value.securityContext ?? {};
  return privileged === true || (capabilities?.add?.includes('SYS_ADMIN') ?? false);
}
