import { defineRule, set } from '@podlint/engine/rule';
import { imageReference } from '../../kit/images.js';

export default defineRule({
  id: 'images/pull-policy-needless',
  level: 'off',
  fix: 'unsafe',
  summary: 'imagePullPolicy Always for an image that is pinned by its digest',
  brief: 'needless pull of a digest',
  messages: {
    needless:
      'A digest never changes, so there is no need to ask the registry at each start. While the registry does not answer, the container cannot start. Set imagePullPolicy to "IfNotPresent".',
  },
  container({ value, at }, report) {
    if (value.imagePullPolicy !== 'Always' || !value.image?.includes('@')) return;
    const reference = imageReference(value.image);
    if (!reference.valid) return;
    const field = at.imagePullPolicy;
    report({
      at: field,
      message: 'needless',
      fixes: [
        { title: 'Set imagePullPolicy to "IfNotPresent"', safety: 'unsafe', changes: [set(field, 'IfNotPresent')] },
      ],
    });
  },
});
