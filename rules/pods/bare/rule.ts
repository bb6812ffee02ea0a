import { defineRule } from '@podlint/engine/rule';
import { lonePod } from '../../kit/lone-pods.js';
import { wrapIntoDeployment } from './wrap.js';

export default defineRule({
  id: 'pods/bare',
  level: 'warn',
  fix: 'unsafe',
  summary: 'A Pod that no controller looks after',
  messages: {
    bare: 'The Pod "{name}" has no controller: when its node fails or is drained, or somebody deletes it, it is gone for good. Let a Deployment keep it running, even for one replica.',
  },
  object(object, report) {
    if (lonePod(object)?.spec.restartPolicy !== 'Always') return;
    report({
      at: object.at.kind,
      message: 'bare',
      data: { name: object.name },
      fixes: () => wrapIntoDeployment(object),
    });
  },
});
