import type { JobSpec } from '../job/job-facts.js';
import { otherChances, recordedChance } from '../life/beat.js';
import { type Ranged, nameOfEvent, withRangesOf } from '../life/ranges.js';
import type { Scenario } from '../life/scenario.js';
import { JobController } from './controller.js';
import type { JobLifeEvent } from './job-life.js';

/**
 * The life of a Job under the Job controller and the kubelet of 1.36: its Pods, one after the other or side by side, until
 * it is Complete or Failed. The n-th run of a container is the n-th of the scenario, whichever Pod it is in.
 */
export function simulateJob(job: JobSpec, scenario: Scenario): readonly JobLifeEvent[] {
  return new JobController(job, scenario, recordedChance).run();
}

/** Of a life of more events only the kubelets at the two ends are asked. */
const manyEvents = 1000;

/** The same with the range of each moment. */
export function jobLifeWithRanges(job: JobSpec, scenario: Scenario): Ranged<JobLifeEvent>[] {
  const events = simulateJob(job, scenario);
  const ends = [otherChances[0], otherChances.at(-1)].flatMap((chance) => chance ?? []);
  const chances = events.length > manyEvents ? ends : otherChances;
  const others = chances.map((chance) => new JobController(job, scenario, chance).run());
  return withRangesOf(events, others, nameOf);
}

function nameOf(event: JobLifeEvent): string {
  if ('job' in event)
    return `job ${Object.entries(event.job)
      .filter(([field]) => field === 'gone' || field.startsWith('condition '))
      .join(' ')}`;
  if ('process' in event || 'status' in event || event.event === 'gone') return `${event.pod} ${nameOfEvent(event)}`;
  return `${event.pod} ${event.event}`;
}
