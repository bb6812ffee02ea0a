import type { Decoded, Minor, batch } from '@podlint/model';
import { type DefaultTable, type Defaulting, defaultPodTemplate, fillAbsent, fillUnset } from '@podlint/model/defaults';
import { defaultFailurePolicy } from '../job/defaults.js';

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
