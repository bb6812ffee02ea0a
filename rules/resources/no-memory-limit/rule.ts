import { addition, defineRule, entryAt } from '@podlint/engine/rule';
import { isPatch } from '../../kit/patches.js';
import { limitOf } from '../../kit/resources.js';

export default defineRule({
  id: 'resources/no-memory-limit',
  level: 'warn',
  hasChoices: true,
  summary: 'A container without a memory limit',
  brief: 'no memory limit',
  messages: {
    missing:
      'Container "{name}" has no memory limit. If it leaks, it takes the memory of the whole node, and other Pods are evicted or killed with it. Set resources.limits.memory to the most it may need.',
  },
  unset: ['missing'],
  container(container, report) {
    const { role, name, value, at } = container;
    // An ephemeral container cannot have resources of its own (validateEphemeralContainers, pkg/apis/core/validation).
    if (role === 'ephemeral' || limitOf(container, 'memory') !== undefined || isPatch(container)) return;
    const limit = entryAt(at.resources.limits, 'memory');
    report({
      at: limit,
      message: 'missing',
      data: { name },
      choices: [addition(limit, value.resources?.requests?.memory ?? '256Mi')],
    });
  },
});
