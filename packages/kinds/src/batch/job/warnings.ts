import type { Decoded, FieldPath, batch } from '@podlint/model';
import type { Warn } from '@podlint/validation';

/** More indexes than the status of a Job can keep track of (WarningsForJobSpec, pkg/api/job/warnings.go). */
const manyCompletions = 100_000;
const manyAtOnce = 10_000;

/** Of a Job, and of what a CronJob makes. */
export function warnAboutJobSpec(
  { completionMode, completions = 0, parallelism = 0 }: Decoded<batch.JobSpec>,
  path: FieldPath,
  warn: Warn,
): void {
  if (completionMode !== 'Indexed' || completions <= manyCompletions || parallelism <= manyAtOnce) return;
  warn(
    path,
    `With more than ${manyCompletions} completions and ${manyAtOnce} pods at once the Job may lose track of its indexes when many of them fail. Split it.`,
  );
}
