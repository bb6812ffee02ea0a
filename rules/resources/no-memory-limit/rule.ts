import { defineRule, entryAt } from '@podlint/engine/rule';
import { isPatch } from '../../kit/patches.js';
import { limitOf } from '../../kit/resources.js';

export default defineRule({
  id: 'resources/no-memory-limit',
  level: 'warn',
  summary: 'A container without a memory limit',
  messages: {
    missing:
      'Container "{name}" has no memory limit: if it leaks, it takes the memory of the whole node, and other pods are evicted or killed with it. Set resources.limits.memory to the most it may need.',
  },
  container(container, report) {
    const { role, name, at } = container;
    // An ephemeral container cannot have resources of its own (validateEphemeralContainers, pkg/apis/core/validation).
    if (role === 'ephemeral' || limitOf(container, 'memory') !== undefined || isPatch(container)) return;
    report({ at: entryAt(at.resources.limits, 'memory'), message: 'missing', data: { name } });
  },
});
