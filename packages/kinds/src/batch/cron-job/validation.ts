import { type Decoded, FieldPath, type batch } from '@podlint/model';
import {
  type Context,
  type ObjectMeta,
  byteLength,
  dnsSubdomainProblem,
  validateChoice,
  validateNotNegative,
} from '@podlint/validation';
import type { Strategy } from '../../strategy.js';
import { validateJobTemplateSpec } from '../job/spec.js';
import { scheduleProblem } from './schedule.js';
import { timeZoneProblem } from './time-zone.js';

type CronJob = Decoded<batch.CronJob>;
type CronJobSpec = Decoded<batch.CronJobSpec>;
type JobTemplate = Decoded<batch.JobTemplateSpec>;

const specPath = FieldPath.root.child('spec');
const metadataPath = FieldPath.root.child('metadata');

/** Jobs are called after their CronJob with 11 characters for the time, and have 63. */
const maxNameBytes = 52;
const concurrencyPolicies = ['Allow', 'Forbid', 'Replace'];

/** pkg/registry/batch/cronjob/strategy.go and ValidateCronJobCreate in pkg/apis/batch/validation. */
export const cronJobStrategy: Strategy<CronJob> = {
  nameProblem: dnsSubdomainProblem,
  countsGenerations: true,
  validateCreate({ metadata = {}, spec = {} }, context) {
    validateNameLength(metadata, context);
    validateTimeZone(spec, context);
    validateSpec(spec, {}, context);
  },
  validateUpdate({ spec = {} }, { spec: oldSpec = {} }, context) {
    if (spec.timeZone !== oldSpec.timeZone) validateTimeZone(spec, context);
    validateSpec(spec, oldSpec, context);
  },
};

function validateNameLength({ name = '' }: ObjectMeta, context: Context): void {
  if (byteLength(name) > maxNameBytes) {
    context.report.invalid(
      metadataPath.child('name'),
      `The name is longer than ${maxNameBytes} characters, so the names of the Jobs would not fit. Shorten it.`,
    );
  }
}

function validateSpec(spec: CronJobSpec, oldSpec: CronJobSpec, context: Context): void {
  validateSchedule(spec, oldSpec, context);
  validateNotNegative(
    spec,
    ['startingDeadlineSeconds', 'successfulJobsHistoryLimit', 'failedJobsHistoryLimit'],
    specPath,
    context,
  );
  validateChoice(
    spec.concurrencyPolicy,
    concurrencyPolicies,
    specPath,
    'concurrencyPolicy',
    `The policy is empty. Use one of ${concurrencyPolicies.join(', ')}.`,
    context.report,
  );
  validateJobTemplate(spec.jobTemplate ?? {}, context);
}

function validateSchedule({ schedule = '', timeZone }: CronJobSpec, oldSpec: CronJobSpec, context: Context): void {
  const path = specPath.child('schedule');
  if (schedule === '') {
    context.report.required(
      path,
      'A CronJob needs to know when to run. Write a schedule such as "*/5 * * * *" or "@hourly".',
    );
    return;
  }
  const problem = scheduleProblem(schedule);
  if (problem) context.report.invalid(path, `"${schedule}" is not a schedule: ${problem}.`);
  if (!schedule.includes('TZ')) return;
  // Schedules with a zone were stored before 1.25, and stay valid where one is already in use.
  if (!oldSpec.schedule?.includes('TZ'))
    context.report.invalid(path, 'The time zone does not belong in the schedule. Move it to spec.timeZone.');
  else if (timeZone !== undefined)
    context.report.invalid(path, 'The schedule and spec.timeZone both name a time zone. Remove it from the schedule.', {
      related: [{ field: specPath.child('timeZone'), message: 'the other one' }],
    });
}

function validateTimeZone({ timeZone }: CronJobSpec, context: Context): void {
  const problem = timeZone === undefined ? undefined : timeZoneProblem(timeZone);
  if (problem)
    context.report.invalid(
      specPath.child('timeZone'),
      `"${timeZone}" is not a time zone of the IANA database: ${problem}.`,
    );
}

function validateJobTemplate({ spec = {} }: JobTemplate, context: Context): void {
  const path = specPath.child('jobTemplate', 'spec');
  validateJobTemplateSpec(spec, path, context);
  if (spec.selector)
    context.report.invalid(
      path.child('selector'),
      'Each Job of a CronJob gets its own selector from the server. Remove it.',
    );
  if (spec.manualSelector === true) context.report.notSupported(path.child('manualSelector'), true, ['false']);
}
