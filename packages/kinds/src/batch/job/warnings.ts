import { defineMessages } from '@podlint/messages';
import type { Decoded, FieldPath, batch } from '@podlint/model';
import type { Warn } from '@podlint/validation';

const says = defineMessages('job-warning', {
  'many-indexes':
    'With more than {completions} completions and {parallelism} Pods at once, indexes may get lost. That happens when many of them fail. Split it.',
});

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
  warn(path, says['many-indexes']({ completions: manyCompletions, parallelism: manyAtOnce }));
}
