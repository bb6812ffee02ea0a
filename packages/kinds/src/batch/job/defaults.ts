import { type Decoded, type batch, isEnabled } from '@podlint/model';
import {
  type DefaultTable,
  type Defaulting,
  defaultPodTemplate,
  fill,
  fillAbsent,
  fillLabels,
  fillUnset,
} from '@podlint/model/defaults';

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
export function defaultFailurePolicy(spec: JobSpec, defaulting: Defaulting): void {
  spec.podFailurePolicy?.rules?.forEach(({ onPodConditions }) => {
    onPodConditions?.forEach((pattern) => fillUnset(pattern, conditionDefaults, defaulting));
  });
}
