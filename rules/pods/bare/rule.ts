import { defineRule } from '@podlint/engine/rule';
import { lonePod } from '../../kit/lone-pods.js';
import { wrapIntoDeployment } from './wrap.js';

export default defineRule({
  id: 'pods/bare',
  level: 'warn',
  fix: 'unsafe',
  summary: 'A Pod that no controller looks after',
  brief: 'Pod without a controller',
  messages: {
    bare: 'The Pod "{name}" has no controller, so nothing replaces it. It is lost when its node fails or is drained, or when somebody deletes it. Use a Deployment, even for one replica.',
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
