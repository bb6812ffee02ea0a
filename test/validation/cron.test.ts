import assert from 'node:assert/strict';
import { test } from 'node:test';
import { errorsOf } from '../kit/server-errors.js';
import { workload } from './workload-kit.js';

const goodSchedules = [
  '*/5 * * * *',
  '0 0 1 1 0',
  '59 23 31 12 6',
  '0 0 31 2 *',
  '? ? ? ? ?',
  '1-5,7,10-20/3 * * * *',
  '5/15 * * * *',
  '*-5 * * * *',
  '+5 * * * *',
  ', * * * *',
  '1,,2 * * * *',
  '0 0 * JAN,feb-Mar sun-FRI',
  '  0\t0 * * *  ',
  '0\u00a00\u30001 *\u2028*',
  '@yearly',
  '@annually',
  '@monthly',
  '@weekly',
  '@daily',
  '@midnight',
  '@hourly',
  '@every 1h30m',
  '@every 1.5s',
  '@every .5us',
  '@every 0',
  '@every -1h',
  '@every 5\u00b5s',
];
for (const schedule of goodSchedules) {
  test(`schedule ${JSON.stringify(schedule)}`, () => assert.deepEqual(errorsOf(workload('CronJob', { schedule })), []));
}

const badSchedules = [
  ' ',
  '* * * *',
  '* * * * * *',
  '60 * * * *',
  '* 24 * * *',
  '* * 0 * *',
  '* * * 13 *',
  '* * * * 7',
  '-1 * * * *',
  '1-2-3 * * * *',
  '1/2/3 * * * *',
  '*/0 * * * *',
  '*/x * * * *',
  '5-1 * * * *',
  'mon * * * *',
  '* * * january *',
  '99999999999999999999 * * * *',
  '\ufeff* * * * *',
  '@Hourly',
  '@hourly ',
  '@reboot',
  '@every',
  '@every ',
  '@every 1',
  '@every 1d',
  '@every 1h 30m',
  '@every 300000000h',
  'TZ=UTC 0 * * * *',
  'CRON_TZ=Europe/Berlin 0 * * * *',
  'TZ=UTC',
];
for (const schedule of badSchedules) {
  test(`no schedule: ${JSON.stringify(schedule)}`, () =>
    assert.deepEqual(errorsOf(workload('CronJob', { schedule })), ['FieldValueInvalid spec.schedule']));
}

test('a CronJob without a schedule', () => {
  assert.deepEqual(errorsOf(workload('CronJob', { schedule: '' })), ['FieldValueRequired spec.schedule']);
});

for (const timeZone of [
  'UTC',
  'Europe/Berlin',
  'Etc/GMT+5',
  'US/Pacific',
  'America/Argentina/Rio_Gallegos',
  'GMT',
  'CET',
  'Asia/Kolkata',
]) {
  test(`time zone ${timeZone}`, () => assert.deepEqual(errorsOf(workload('CronJob', { timeZone })), []));
}

for (const timeZone of [
  '',
  'Local',
  'local',
  'utc',
  'europe/berlin',
  'Europe',
  'Europe/',
  '/UTC',
  'Mars/Olympus',
  '+01:00',
  '../UTC',
  'a/./b',
  '-a',
  'America/Argentina/Rio_Gallegoses',
]) {
  test(`no time zone: ${JSON.stringify(timeZone)}`, () =>
    assert.deepEqual(errorsOf(workload('CronJob', { timeZone })), ['FieldValueInvalid spec.timeZone']));
}
