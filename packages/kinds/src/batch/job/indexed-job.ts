import type { FieldPath } from '@podlint/model';
import type { Context } from '@podlint/validation';
import type { JobSpec } from './spec.js';

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
    if (spec[field] !== undefined)
      context.report.invalid(
        path.child(field),
        `\`${field}\` is about indexes, which only an Indexed Job has. Set completionMode to Indexed, or remove the field.`,
      );
  }
}

function validateIndexed(spec: JobSpec, path: FieldPath, context: Context): void {
  const { completions, parallelism, maxFailedIndexes, backoffLimitPerIndex } = spec;
  if (completions === undefined)
    context.report.required(
      path.child('completions'),
      'An Indexed Job has one index for each completion. Set completions.',
    );
  requireAtMost(parallelism, maxParallelism, path.child('parallelism'), 'of an Indexed Job', context);
  if (completions !== undefined)
    requireAtMost(
      maxFailedIndexes,
      completions,
      path.child('maxFailedIndexes'),
      'which is the number of completions',
      context,
    );
  requireAtMost(maxFailedIndexes, maxFailed, path.child('maxFailedIndexes'), 'of an Indexed Job', context);
  if (completions !== undefined && completions > manyCompletions && backoffLimitPerIndex !== undefined)
    validateManyIndexes(spec, path, context);
}

function validateManyIndexes({ parallelism, maxFailedIndexes }: JobSpec, path: FieldPath, context: Context): void {
  const reason = `with backoffLimitPerIndex and more than ${manyCompletions} completions`;
  if (maxFailedIndexes === undefined)
    context.report.required(
      path.child('maxFailedIndexes'),
      `A Job ${reason} must bound the number of failed indexes. Set maxFailedIndexes.`,
    );
  requireAtMost(parallelism, maxParallelismOfMany, path.child('parallelism'), reason, context);
  requireAtMost(maxFailedIndexes, maxFailedOfMany, path.child('maxFailedIndexes'), reason, context);
}

function requireAtMost(
  value: number | undefined,
  limit: number,
  path: FieldPath,
  reason: string,
  context: Context,
): void {
  if (value !== undefined && value > limit)
    context.report.invalid(path, `${value} is more than the limit ${limit}, ${reason}. Lower it.`);
}
