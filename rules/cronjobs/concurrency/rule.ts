import { defineRule } from '@podlint/engine/rule';
import type { batch } from '@podlint/model';
import { typed } from '../../kit/typed.js';

export default defineRule({
  id: 'cronjobs/concurrency',
  level: 'off',
  summary: 'A CronJob whose runs may overlap',
  brief: 'runs may overlap',
  messages: {
    allowed:
      'Runs of the CronJob "{name}" may overlap (concurrencyPolicy: Allow). A run that takes longer than the schedule meets the next one, and more and more of them pile up. Set Forbid to skip a run, or Replace to end the old one.',
  },
  object(object, report) {
    if (object.kindName !== 'CronJob') return;
    const { value, at } = typed<batch.CronJob>(object);
    if ((value.spec?.concurrencyPolicy ?? 'Allow') === 'Allow')
      report({ at: at.spec.concurrencyPolicy, message: 'allowed', data: { name: object.name } });
  },
});
