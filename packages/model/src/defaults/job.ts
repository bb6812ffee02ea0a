import { isEnabled } from '../feature-gates.js';
import type { Decoded, batch } from '../types.js';
import type { Minor } from '../versions.js';
import type { Defaulting } from './defaulting.js';
import { fill, fillAbsent, fillUnset, type DefaultTable } from './fill.js';
import { fillLabels } from './labels.js';
import { defaultPodTemplate } from './pod-spec.js';

type JobSpec = Decoded<batch.JobSpec>;

const maxInt32 = 2 ** 31 - 1;

const jobDefaults: DefaultTable<JobSpec> = [
  ['parallelism', 1, 'one pod at a time'],
  ['completionMode', 'NonIndexed', 'any pods that succeed will do'],
  ['suspend', false, 'the Job starts at once'],
  ['manualSelector', false, 'the server picks the selector'],
];
const conditionDefaults: DefaultTable<Decoded<batch.PodFailurePolicyOnPodConditionsPattern>> = [
  ['status', 'True', 'a condition is meant to hold'],
];

/** pkg/apis/batch/v1/defaults.go, SetDefaults_Job. */
export function defaultJob(object: Decoded<batch.Job>, defaulting: Defaulting): void {
  const spec = (object.spec ??= {});
  if (spec.completions === undefined && spec.parallelism === undefined)
    fill(spec, 'completions', 1, 'one pod that succeeds is enough', defaulting);
  fillAbsent(spec, jobDefaults, defaulting);
  defaultBackoffLimit(spec, defaulting);
  fillLabels(
    (object.metadata ??= {}),
    'labels',
    spec.template?.metadata?.labels,
    "the template's labels, because the Job has none",
    defaulting,
  );
  if (isEnabled('JobPodReplacementPolicy', defaulting.minor)) defaultReplacementPolicy(spec, defaulting);
  defaultFailurePolicy(spec, defaulting);
  defaultPodTemplate(spec, defaulting);
}

function defaultBackoffLimit(spec: JobSpec, defaulting: Defaulting): void {
  if (spec.backoffLimit !== undefined) return;
  if (spec.backoffLimitPerIndex === undefined) fill(spec, 'backoffLimit', 6, 'six failures end the Job', defaulting);
  else
    fill(spec, 'backoffLimit', maxInt32, 'no limit for the whole Job, because there is one for each index', defaulting);
}

function defaultReplacementPolicy(spec: JobSpec, defaulting: Defaulting): void {
  if (spec.podReplacementPolicy !== undefined) return;
  if (spec.podFailurePolicy)
    fill(
      spec,
      'podReplacementPolicy',
      'Failed',
      'a failure policy judges pods that have ended, so they are replaced only then',
      defaulting,
    );
  else
    fill(
      spec,
      'podReplacementPolicy',
      'TerminatingOrFailed',
      'a pod is replaced as soon as it begins to end',
      defaulting,
    );
}

/** SetDefaults_PodFailurePolicyOnPodConditionsPattern. */
function defaultFailurePolicy(spec: JobSpec, defaulting: Defaulting): void {
  spec.podFailurePolicy?.rules?.forEach(({ onPodConditions }) => {
    onPodConditions?.forEach((pattern) => fillUnset(pattern, conditionDefaults, defaulting));
  });
}

const concurrencyDefaults: DefaultTable<Decoded<batch.CronJobSpec>> = [
  ['concurrencyPolicy', 'Allow', 'a run does not wait for the one before'],
];
const cronJobDefaults: DefaultTable<Decoded<batch.CronJobSpec>> = [
  ['suspend', false, 'the schedule is in force'],
  ['successfulJobsHistoryLimit', 3, 'the last three Jobs that succeeded are kept'],
  ['failedJobsHistoryLimit', 1, 'the last Job that failed is kept'],
];

/**
 * Before this version the failure policy was defaulted with the Job (SetDefaults_Job), so a CronJob's was left alone.
 */
const firstWithFailurePolicyInCronJob: Minor = 34;

/** SetDefaults_CronJob: its Job is a template and gets the defaults of a Job only when it is made. */
export function defaultCronJob(object: Decoded<batch.CronJob>, defaulting: Defaulting): void {
  const spec = (object.spec ??= {});
  fillUnset(spec, concurrencyDefaults, defaulting);
  fillAbsent(spec, cronJobDefaults, defaulting);
  const jobSpec = ((spec.jobTemplate ??= {}).spec ??= {});
  if (defaulting.minor >= firstWithFailurePolicyInCronJob) defaultFailurePolicy(jobSpec, defaulting);
  defaultPodTemplate(jobSpec, defaulting);
}
