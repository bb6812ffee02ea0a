import { addition, defineRule, entryAt } from '@podlint/engine/rule';
import { isPatch } from '../../kit/patches.js';

const resource = 'ephemeral-storage';

export default defineRule({
  id: 'resources/no-ephemeral-storage',
  level: 'off',
  hasChoices: true,
  summary: 'A container without a limit of ephemeral storage',
  brief: 'no ephemeral storage limit',
  messages: {
    missing:
      'Container "{name}" has no limit of ephemeral storage. Its log, its writable layer and its emptyDir volumes may fill the disk of the node, and the kubelet then evicts Pods until there is room. Set resources.limits["ephemeral-storage"].',
  },
  unset: ['missing'],
  container(container, report) {
    const { role, name, value, at } = container;
    if (role === 'ephemeral' || value.resources?.limits?.[resource] !== undefined || isPatch(container)) return;
    const limit = entryAt(at.resources.limits, resource);
    const choices = [addition(limit, value.resources?.requests?.[resource] ?? '1Gi')];
    report({ at: limit, message: 'missing', data: { name }, choices });
  },
});
