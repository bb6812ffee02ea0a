import { defineRule, each, remove, set, type Change, type ContainerView } from '@podlint/engine/rule';
import { isPatch } from '../../kit/patches.js';
import { drops, isPrivileged, isWindows } from '../../kit/security-context.js';

export default defineRule({
  id: 'security/drop-all',
  level: 'off',
  fix: 'unsafe',
  outranks: ['security/net-raw'],
  summary: 'A container that does not drop all capabilities',
  brief: 'capabilities are not dropped',
  messages: {
    kept: 'Container "{name}" keeps the default capabilities of the runtime. Few programs use them: they allow changing the owner of files, sending raw packets, and more. Drop "ALL", and add those that the program needs.',
  },
  unset: ['kept'],
  container(container, report) {
    if (drops(container, 'ALL') || isPrivileged(container) || isWindows(container.pod) || isPatch(container)) return;
    const at = container.at.securityContext.capabilities.drop;
    report({
      at,
      message: 'kept',
      data: { name: container.name },
      fixes: [{ title: 'Drop all capabilities', safety: 'unsafe', changes: dropAll(container) }],
    });
  },
});

function dropAll({ value, at }: ContainerView): Change[] {
  const { drop } = at.securityContext.capabilities;
  const [first, ...others] = each(value.securityContext?.capabilities?.drop, drop);
  return first ? [set(first.at, 'ALL'), ...others.map((other) => remove(other.at))] : [set(drop, ['ALL'])];
}
