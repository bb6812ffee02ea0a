import { defineMessages } from '@podlint/messages';
import { type Decoded, FieldPath, type batch } from '@podlint/model';
import {
  type Context,
  type ObjectMeta,
  byteLength,
  dnsSubdomainProblem,
  plainList,
  related,
  validateChoice,
  validateNotNegative,
} from '@podlint/validation';
import type { Strategy } from '../../strategy.js';
import { validateJobTemplateSpec } from '../job/spec.js';
import { scheduleProblem } from './schedule.js';
import { timeZoneProblem } from './time-zone.js';

const says = defineMessages('cron-job', {
  'name-too-long': 'The name is longer than {limit} characters, so the names of the Jobs would not fit. Shorten it.',
  'no-concurrency-policy': 'The policy is empty. Use one of {allowed}.',
  'no-schedule': 'A CronJob needs to know when to run. Write a schedule such as "*/5 * * * *" or "@hourly".',
  'invalid-schedule': '"{schedule}" is not a schedule: {problem}.',
  'zone-in-schedule': 'The time zone does not belong in the schedule. Move it to spec.timeZone.',
  'two-zones': 'The schedule and spec.timeZone both name a time zone. Remove it from the schedule.',
  'invalid-time-zone': '"{zone}" is not a time zone of the IANA database: {problem}.',
  selector: 'Each Job of a CronJob gets its own selector from the server. Remove it.',
});

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
    context.report.invalid(metadataPath.child('name'), says['name-too-long']({ limit: maxNameBytes }));
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
    () => says['no-concurrency-policy']({ allowed: plainList(concurrencyPolicies) }),
    context.report,
  );
  validateJobTemplate(spec.jobTemplate ?? {}, context);
}

function validateSchedule({ schedule = '', timeZone }: CronJobSpec, oldSpec: CronJobSpec, context: Context): void {
  const path = specPath.child('schedule');
  if (schedule === '') {
    context.report.required(path, says['no-schedule']());
    return;
  }
  const problem = scheduleProblem(schedule);
  if (problem) context.report.invalid(path, says['invalid-schedule']({ schedule, problem }));
  if (!schedule.includes('TZ')) return;
  // Schedules with a zone were stored before 1.25, and stay valid where one is already in use.
  if (!oldSpec.schedule?.includes('TZ')) context.report.invalid(path, says['zone-in-schedule']());
  else if (timeZone !== undefined)
    context.report.invalid(path, says['two-zones'](), {
      related: [{ field: specPath.child('timeZone'), message: related['other-one']() }],
    });
}

function validateTimeZone({ timeZone }: CronJobSpec, context: Context): void {
  const problem = timeZone !== undefined && timeZoneProblem(timeZone);
  if (problem)
    context.report.invalid(specPath.child('timeZone'), says['invalid-time-zone']({ zone: timeZone, problem }));
}

function validateJobTemplate({ spec = {} }: JobTemplate, context: Context): void {
  const path = specPath.child('jobTemplate', 'spec');
  validateJobTemplateSpec(spec, path, context);
  if (spec.selector) context.report.invalid(path.child('selector'), says.selector());
  if (spec.manualSelector === true) context.report.notSupported(path.child('manualSelector'), true, ['false']);
}
