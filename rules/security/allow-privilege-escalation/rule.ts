import { defineRule, set, type ContainerView } from '@podlint/engine/rule';
import { isPatch } from '../../kit/patches.js';
import { isPrivileged, isWindows } from '../../kit/security-context.js';

export default defineRule({
  id: 'security/allow-privilege-escalation',
  level: 'warn',
  fix: 'unsafe',
  summary: 'A container whose processes may gain more rights than they started with',
  brief: 'privilege escalation is allowed',
  messages: {
    unset:
      'allowPrivilegeEscalation is not set and defaults to true. In container "{name}" a setuid program such as su or sudo can give any user root. Set it to false.',
    allowed:
      'Container "{name}" allows privilege escalation. A setuid program such as su or sudo can give any user root. Set allowPrivilegeEscalation to false.',
  },
  unset: ['unset'],
  container(container, report) {
    const allowed = container.value.securityContext?.allowPrivilegeEscalation;
    if (allowed === false || isPrivileged(container) || addsCapSysAdmin(container) || isWindows(container.pod)) return;
    if (allowed === undefined && isPatch(container)) return;
    const field = container.at.securityContext.allowPrivilegeEscalation;
    report({
      at: field,
      message: allowed ? 'allowed' : 'unset',
      data: { name: container.name },
      fixes: () => [
        {
          title: 'Set allowPrivilegeEscalation to false',
          safety: 'unsafe',
          changes: [set(field, false)],
          isTaken: true,
        },
      ],
    });
  },
});

/**
 * With it, written this way, the server refuses `false` (ValidateSecurityContext,
 * pkg/apis/core/validation/validation.go).
 */
function addsCapSysAdmin({ value }: ContainerView): boolean {
  return value.securityContext?.capabilities?.add?.includes('CAP_SYS_ADMIN') ?? false;
}
