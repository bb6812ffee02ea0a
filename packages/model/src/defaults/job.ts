import { isEnabled } from '../feature-gates.js';
import type { Decoded, batch } from '../types.js';
import type { Minor } from '../versions.js';
import { fill, fillAbsent, fillUnset, type DefaultTable } from './fill.js';
import { fillLabels } from './labels.js';
import type { Place } from './place.js';
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
export function defaultJob(object: Decoded<batch.Job>, minor: Minor, place: Place | undefined): void {
  const spec = (object.spec ??= {});
  const at = place?.child('spec');
  if (spec.completions === undefined && spec.parallelism === undefined)
    fill(spec, 'completions', 1, at, 'one pod that succeeds is enough');
  fillAbsent(spec, jobDefaults, at);
  defaultBackoffLimit(spec, at);
  fillLabels(
    (object.metadata ??= {}),
    'labels',
    spec.template?.metadata?.labels,
    place?.child('metadata'),
    "the template's labels, because the Job has none",
  );
  if (isEnabled('JobPodReplacementPolicy', minor)) defaultReplacementPolicy(spec, at);
  defaultFailurePolicy(spec, at);
  defaultPodTemplate(spec, minor, at);
}

function defaultBackoffLimit(spec: JobSpec, place: Place | undefined): void {
  if (spec.backoffLimit !== undefined) return;
  if (spec.backoffLimitPerIndex === undefined) fill(spec, 'backoffLimit', 6, place, 'six failures end the Job');
  else fill(spec, 'backoffLimit', maxInt32, place, 'no limit for the whole Job, because there is one for each index');
}

function defaultReplacementPolicy(spec: JobSpec, place: Place | undefined): void {
  if (spec.podReplacementPolicy !== undefined) return;
  if (spec.podFailurePolicy)
    fill(
      spec,
      'podReplacementPolicy',
      'Failed',
      place,
      'a failure policy judges pods that have ended, so they are replaced only then',
    );
  else
    fill(spec, 'podReplacementPolicy', 'TerminatingOrFailed', place, 'a pod is replaced as soon as it begins to end');
}

/** SetDefaults_PodFailurePolicyOnPodConditionsPattern. */
function defaultFailurePolicy(spec: JobSpec, place: Place | undefined): void {
  spec.podFailurePolicy?.rules?.forEach((rule, index) => {
    const at = place?.child('podFailurePolicy', 'rules').index(index).child('onPodConditions');
    rule.onPodConditions?.forEach((pattern, patternIndex) =>
      fillUnset(pattern, conditionDefaults, at?.index(patternIndex)),
    );
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
export function defaultCronJob(object: Decoded<batch.CronJob>, minor: Minor, place: Place | undefined): void {
  const spec = (object.spec ??= {});
  const at = place?.child('spec');
  fillUnset(spec, concurrencyDefaults, at);
  fillAbsent(spec, cronJobDefaults, at);
  const jobSpec = ((spec.jobTemplate ??= {}).spec ??= {});
  const jobPlace = at?.child('jobTemplate', 'spec');
  if (minor >= firstWithFailurePolicyInCronJob) defaultFailurePolicy(jobSpec, jobPlace);
  defaultPodTemplate(jobSpec, minor, jobPlace);
}
