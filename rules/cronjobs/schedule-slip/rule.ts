import { defineRule, set } from '@podlint/engine/rule';
import type { batch } from '@podlint/model';
import { typed } from '../../kit/typed.js';
import { idleStep, impossibleDay, weekOfMonth } from './schedule.js';

export default defineRule({
  id: 'cronjobs/schedule-slip',
  level: 'warn',
  hasChoices: true,
  summary: 'A schedule that surely means another time than it was written for',
  brief: 'schedule means another time',
  messages: {
    step: '"{text}" is the same as "{first}": always {field} {first}. A step counts within its field, from the start of each {next}, and this one is as long as the whole field. Write {first} if that is meant. Else use the fields to the right.',
    never:
      'The CronJob never runs, because "{schedule}" names a day that its months do not have. Correct the day or the month.',
    either:
      '"{schedule}" runs on all of these days of the month, and on each such day of the week. Where both days are restricted, one of them is enough. For the first Monday, run on each Monday, and let the program check the day of the month.',
  },
  object(object, report) {
    if (object.kindName !== 'CronJob') return;
    const { value, at } = typed<batch.CronJob>(object);
    const { schedule = '' } = value.spec ?? {};
    const fields = schedule.trim().split(/\s+/);
    if (fields.length !== 5) return;
    const field = at.spec.schedule;
    for (const { index, text, first, name, next } of idleStep(fields)) {
      const plain = fields.map((other, at) => (at === index ? String(first) : other)).join(' ');
      const choices = [{ title: `Write "${plain}"`, changes: [set(field, plain)] }];
      report({ at: field, message: 'step', data: { text, first, field: name, next }, choices });
    }
    if (impossibleDay(fields)) report({ at: field, message: 'never', data: { schedule } });
    else if (weekOfMonth(fields)) report({ at: field, message: 'either', data: { schedule } });
  },
});
