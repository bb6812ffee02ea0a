import { defineRule } from '@podlint/engine/rule';
import type { batch } from '@podlint/model';
import { typed } from '../../kit/typed.js';

export default defineRule({
  id: 'cronjobs/deadline',
  level: 'off',
  summary: 'A CronJob that makes up for a missed run however late',
  brief: 'no startingDeadlineSeconds',
  messages: {
    missing:
      'The CronJob "{name}" has no startingDeadlineSeconds. After an outage of the controller the last missed run starts, however late it is. Say how late a run may still start.',
  },
  object(object, report) {
    if (object.kindName !== 'CronJob') return;
    const { value, at } = typed<batch.CronJob>(object);
    if (value.spec?.startingDeadlineSeconds === undefined)
      report({ at: at.spec.startingDeadlineSeconds, message: 'missing', data: { name: object.name } });
  },
});
