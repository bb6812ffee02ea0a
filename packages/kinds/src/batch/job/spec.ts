import { defineMessages } from '@podlint/messages';
import type { FieldPath } from '@podlint/model';
import { type Context, validateNotNegative, validatePodTemplateSpec } from '@podlint/validation';
import { validateIndexedLimits } from './indexed-job.js';
import { validateManagedBy } from './managed-by.js';
import type { JobSpec } from './types.js';
import { validatePodFailurePolicy } from './pod-failure-policy.js';
import { validateSuccessPolicy } from './success-policy.js';

const says = defineMessages('job-spec', {
  'no-limit-per-index':
    'maxFailedIndexes counts the indexes that used up their own retries, so the Job needs a limit for each. Set backoffLimitPerIndex.',
  'success-policy':
    'A success policy counts indexes, which only an Indexed Job has. Set completionMode to Indexed, or remove successPolicy.',
  'restarted-for-ever':
    'The Pods of a Job must end, and restartPolicy "Always" restarts them for ever. A Pod without restartPolicy gets "Always" too. Set restartPolicy to OnFailure or Never.',
  'restarted-on-failure':
    'A pod failure policy needs restartPolicy Never. It judges Pods that have failed, and with OnFailure their containers are restarted instead. Set restartPolicy to Never.',
});

const completionModes = ['NonIndexed', 'Indexed'];
const endingPolicies = ['OnFailure', 'Never'];

/** What a Job and a CronJob's job template have in common (validateJobSpec, pkg/apis/batch/validation). */
export function validateJobTemplateSpec(spec: JobSpec, path: FieldPath, context: Context): void {
  validateNotNegative(
    spec,
    [
      'parallelism',
      'completions',
      'activeDeadlineSeconds',
      'backoffLimit',
      'ttlSecondsAfterFinished',
      'backoffLimitPerIndex',
      'maxFailedIndexes',
    ],
    path,
    context,
  );
  if (spec.maxFailedIndexes !== undefined && spec.backoffLimitPerIndex === undefined) {
    context.report.required(path.child('backoffLimitPerIndex'), says['no-limit-per-index']());
  }
  if (spec.managedBy !== undefined) validateManagedBy(spec.managedBy, path.child('managedBy'), context);
  if (spec.completionMode !== undefined && !completionModes.includes(spec.completionMode))
    context.report.notSupported(path.child('completionMode'), spec.completionMode, completionModes);
  validateIndexedLimits(spec, path, context);
  validatePolicies(spec, path, context);
  validatePodTemplateSpec(spec.template ?? {}, path.child('template'), context);
  validateEnding(spec, path.child('template', 'spec', 'restartPolicy'), context);
}

function validatePolicies(spec: JobSpec, path: FieldPath, context: Context): void {
  if (spec.podFailurePolicy) validatePodFailurePolicy(spec, path.child('podFailurePolicy'), context);
  if (spec.successPolicy) {
    if (spec.completionMode !== 'Indexed')
      context.report.invalid(path.child('successPolicy'), says['success-policy']());
    else validateSuccessPolicy(spec.successPolicy, spec.completions, path.child('successPolicy'), context);
  }
  validatePodReplacementPolicy(spec, path.child('podReplacementPolicy'), context);
}

function validatePodReplacementPolicy(
  { podReplacementPolicy, podFailurePolicy }: JobSpec,
  path: FieldPath,
  context: Context,
): void {
  if (podReplacementPolicy === undefined) return;
  // A pod failure policy has to see how the Pod ended, so the Job must wait for the end.
  const allowed = podFailurePolicy ? ['Failed'] : ['Failed', 'TerminatingOrFailed'];
  if (!allowed.includes(podReplacementPolicy)) context.report.notSupported(path, podReplacementPolicy, allowed);
}

/** A Job ends, so its Pods must be able to. */
function validateEnding({ template, podFailurePolicy }: JobSpec, path: FieldPath, context: Context): void {
  const policy = template?.spec?.restartPolicy ?? '';
  if (policy === '' || policy === 'Always') {
    context.report.required(path, says['restarted-for-ever']());
  } else if (!endingPolicies.includes(policy)) context.report.notSupported(path, policy, endingPolicies);
  else if (podFailurePolicy && policy !== 'Never') {
    context.report.invalid(path, says['restarted-on-failure']());
  }
}
