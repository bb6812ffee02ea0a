import { type Message, defineMessages } from '@podlint/messages';
import type { FieldPath } from '@podlint/model';
import type { Context } from '@podlint/validation';
import type { JobSpec } from './types.js';

const says = defineMessages('indexed-job', {
  'needless-field':
    '`{field}` is about indexes, which only an Indexed Job has. Set completionMode to Indexed, or remove the field.',
  'no-completions': 'An Indexed Job has one index for each completion. Set completions.',
  'of-indexed-job': 'of an Indexed Job',
  'number-of-completions': 'which is the number of completions',
  'with-many-completions': 'with backoffLimitPerIndex and more than {completions} completions',
  'unbounded-failures': 'A Job {reason} must bound the number of failed indexes. Set maxFailedIndexes.',
  'above-limit': '{value} is more than the limit {limit}, {reason}. Lower it.',
});

/** The Job's status lists its indexes, so there are limits (constants of pkg/apis/batch/validation/validation.go). */
const maxParallelism = 100_000;
const maxFailed = 100_000;
const manyCompletions = 100_000;
const maxParallelismOfMany = 10_000;
const maxFailedOfMany = 10_000;

/** What depends on whether the Job counts its Pods or gives each an index. */
export function validateIndexedLimits(spec: JobSpec, path: FieldPath, context: Context): void {
  if (spec.completionMode === 'Indexed') validateIndexed(spec, path, context);
  else if (spec.completionMode === undefined || spec.completionMode === 'NonIndexed')
    forbidIndexFields(spec, path, context);
}

function forbidIndexFields(spec: JobSpec, path: FieldPath, context: Context): void {
  for (const field of ['backoffLimitPerIndex', 'maxFailedIndexes'] as const) {
    if (spec[field] !== undefined) context.report.invalid(path.child(field), says['needless-field']({ field }));
  }
}

function validateIndexed(spec: JobSpec, path: FieldPath, context: Context): void {
  const { completions, parallelism, maxFailedIndexes, backoffLimitPerIndex } = spec;
  if (completions === undefined) context.report.required(path.child('completions'), says['no-completions']());
  requireAtMost(parallelism, maxParallelism, path.child('parallelism'), says['of-indexed-job'], context);
  if (completions !== undefined)
    requireAtMost(
      maxFailedIndexes,
      completions,
      path.child('maxFailedIndexes'),
      says['number-of-completions'],
      context,
    );
  requireAtMost(maxFailedIndexes, maxFailed, path.child('maxFailedIndexes'), says['of-indexed-job'], context);
  if (completions !== undefined && completions > manyCompletions && backoffLimitPerIndex !== undefined)
    validateManyIndexes(spec, path, context);
}

function validateManyIndexes({ parallelism, maxFailedIndexes }: JobSpec, path: FieldPath, context: Context): void {
  const reason = (): Message => says['with-many-completions']({ completions: manyCompletions });
  if (maxFailedIndexes === undefined)
    context.report.required(path.child('maxFailedIndexes'), says['unbounded-failures']({ reason: reason() }));
  requireAtMost(parallelism, maxParallelismOfMany, path.child('parallelism'), reason, context);
  requireAtMost(maxFailedIndexes, maxFailedOfMany, path.child('maxFailedIndexes'), reason, context);
}

function requireAtMost(
  value: number | undefined,
  limit: number,
  path: FieldPath,
  reason: () => Message,
  context: Context,
): void {
  if (value !== undefined && value > limit)
    context.report.invalid(path, says['above-limit']({ value, limit, reason: reason() }));
}
