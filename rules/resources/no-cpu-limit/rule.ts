import { defineRule, entryAt } from '@podlint/engine/rule';
import { isPatch } from '../../kit/patches.js';
import { limitOf } from '../../kit/resources.js';

export default defineRule({
  id: 'resources/no-cpu-limit',
  level: 'off',
  summary: 'A container without a cpu limit',
  messages: {
    missing:
      'Container "{name}" has no cpu limit: it may use whatever its node has left, so it is faster on an idle node than on a busy one. Set resources.limits.cpu.',
  },
  container(container, report) {
    const { role, name, at } = container;
    if (role === 'ephemeral' || limitOf(container, 'cpu') !== undefined || isPatch(container)) return;
    report({ at: entryAt(at.resources.limits, 'cpu'), message: 'missing', data: { name } });
  },
});
