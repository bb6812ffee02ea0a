import type { Decoded, batch } from '@podlint/model';

/** A Job's spec, and what a CronJob's job template holds of it. */
export type JobSpec = Decoded<batch.JobSpec>;
