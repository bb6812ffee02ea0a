import { addition, defineRule, entryAt } from '@podlint/engine/rule';
import { isPatch } from '../../kit/patches.js';
import { limitOf } from '../../kit/resources.js';

export default defineRule({
  id: 'resources/no-cpu-limit',
  level: 'off',
  hasChoices: true,
  summary: 'A container without a cpu limit',
  brief: 'no cpu limit',
  messages: {
    missing:
      'Container "{name}" has no cpu limit. It may use whatever its node has left, so it is faster on an idle node than on a busy one. Set resources.limits.cpu.',
  },
  unset: ['missing'],
  container(container, report) {
    const { role, name, value, at } = container;
    if (role === 'ephemeral' || limitOf(container, 'cpu') !== undefined || isPatch(container)) return;
    const limit = entryAt(at.resources.limits, 'cpu');
    report({
      at: limit,
      message: 'missing',
      data: { name },
      choices: [addition(limit, value.resources?.requests?.cpu ?? '500m')],
    });
  },
});
