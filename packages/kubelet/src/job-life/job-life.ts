import type { LifeEvent } from '../life/scenario.js';

/**
 * What became of a Job's status: its numbers, and `condition TYPE`; null: it is gone. `gone`: the field for which the Job
 * itself is removed.
 */
export interface JobStatusEvent {
  readonly t: number;
  readonly job: { readonly [field: string]: string | number | null };
}

/** The Job controller makes a Pod, or somebody deletes it. */
export interface JobPodEvent {
  readonly t: number;
  readonly pod: string;
  readonly event: 'created' | 'deleted';
  /** Of an Indexed Job. */
  readonly index?: number;
}

/** What happens to one of the Job's Pods; `t` counts from the Job's beginning. */
export type PodOfJobEvent = LifeEvent & { readonly pod: string };

export type JobLifeEvent = JobStatusEvent | JobPodEvent | PodOfJobEvent;
