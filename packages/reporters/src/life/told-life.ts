import type { Message } from '@podlint/messages';
import type {
  JobLifeEvent,
  JobOutcome,
  JobSpec,
  LifeEvent,
  LifeOutcome,
  ProbeEvent,
  ProbeKind,
  Ranged,
  RangedEvent,
} from '@podlint/kubelet/life';

interface Told {
  /** `Pod web` */
  readonly heading: string;
  /** `app crashes once`; of a scenario of one's own its text. */
  readonly title: string;
  /** As it is written behind `--life`. */
  readonly text: string;
  /** What the scenario says and changes nothing. */
  readonly remarks: readonly Message[];
}

/** The life of a Pod with what it is of: plain data for words and pictures. */
export interface ToldPodLife extends Told {
  readonly of: 'pod';
  /** Of each container, its own or else the Pod's. */
  readonly restartPolicies: Readonly<Record<string, string>>;
  /** In the order of the spec, init containers first. */
  readonly containers: readonly string[];
  readonly events: readonly RangedEvent[];
  readonly probes: readonly ProbeEvent[];
  /** The probes that a container has. */
  readonly probed: Readonly<Record<string, readonly ProbeKind[]>>;
  readonly hasInitContainers: boolean;
  readonly hasGates: boolean;
  readonly outcome: LifeOutcome;
}

/** What a container does and what is done to it. */
export function processEventsOf<Event extends LifeEvent>(
  name: string,
  events: readonly Event[],
): readonly Extract<Event, { process: string }>[] {
  return events.filter(
    (event): event is Extract<Event, { process: string }> => 'process' in event && event.process === name,
  );
}

/** The container is killed for it. */
export function hasKilled({ probe, outcome }: ProbeEvent): boolean {
  return probe !== 'readinessProbe' && outcome === 'failure';
}

/** The life of a Job, over its Pods. */
export interface ToldJobLife extends Told {
  readonly of: 'job';
  readonly job: JobSpec;
  readonly events: readonly Ranged<JobLifeEvent>[];
  readonly outcome: JobOutcome;
}

export type ToldLife = ToldPodLife | ToldJobLife;
