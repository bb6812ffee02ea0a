import type { Decoded, FieldPath, batch } from '@podlint/model';
import {
  type Context,
  byteLength,
  dnsSubdomainProblem,
  validateNotNegative,
  validatePodTemplateSpec,
} from '@podlint/validation';
import { validateIndexedLimits } from './indexed-job.js';
import { validatePodFailurePolicy } from './pod-failure-policy.js';
import { validateSuccessPolicy } from './success-policy.js';

export type JobSpec = Decoded<batch.JobSpec>;

const maxManagedByBytes = 63;
const httpPathPattern = /^[A-Za-z0-9/\-._~%!$&'()*+,;=:]+$/;
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
    context.report.required(
      path.child('backoffLimitPerIndex'),
      'maxFailedIndexes counts the indexes that used up their own retries, so the Job needs a limit for each. Set backoffLimitPerIndex.',
    );
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
      context.report.invalid(
        path.child('successPolicy'),
        'A success policy counts indexes, which only an Indexed Job has. Set completionMode to Indexed, or remove successPolicy.',
      );
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

/** IsDomainPrefixedPath, apimachinery/pkg/util/validation. */
function validateManagedBy(name: string, path: FieldPath, context: Context): void {
  if (name === '') {
    context.report.required(
      path,
      'The field is empty. Name the controller as "example.com/controller", or remove the field to leave the Job to Kubernetes.',
    );
    return;
  }
  const problem = managedByProblem(name);
  if (problem)
    context.report.invalid(path, `"${name}" does not name a controller as "example.com/controller" does: ${problem}.`);
  if (byteLength(name) > maxManagedByBytes)
    context.report.tooLong(path, `The name is longer than ${maxManagedByBytes} bytes.`);
}

function managedByProblem(name: string): string | undefined {
  const slash = name.indexOf('/');
  if (slash <= 0 || slash === name.length - 1) return 'it needs a domain, "/" and a name';
  return (
    dnsSubdomainProblem(name.slice(0, slash)) ??
    (httpPathPattern.test(name.slice(slash + 1))
      ? undefined
      : 'the part after "/" holds a character that cannot stand in a URL')
  );
}

/** A Job ends, so its Pods must be able to. */
function validateEnding({ template, podFailurePolicy }: JobSpec, path: FieldPath, context: Context): void {
  const policy = template?.spec?.restartPolicy ?? '';
  if (policy === '' || policy === 'Always') {
    context.report.required(
      path,
      'A Job waits for its Pods to end, and these would be restarted for ever ("Always", also where nothing is written). Set restartPolicy to OnFailure or Never.',
    );
  } else if (!endingPolicies.includes(policy)) context.report.notSupported(path, policy, endingPolicies);
  else if (podFailurePolicy && policy !== 'Never') {
    context.report.invalid(
      path,
      'A pod failure policy judges Pods that have failed, and with OnFailure their containers are restarted instead. Set restartPolicy to Never.',
    );
  }
}
