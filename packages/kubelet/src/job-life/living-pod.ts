import type { JobPod, JobPodEnd } from '../job/job-facts.js';
import type { LifeEvent, SeenContainer, StatusEvent } from '../life/scenario.js';
import { hundredths } from './hundredths.js';
import type { JobPodEvent, PodOfJobEvent } from './job-life.js';

/** A Pod as the controller made it. */
export interface MadePod {
  readonly name: string;
  readonly index: number | undefined;
  readonly indexFailureCount: number | undefined;
  /** Seconds after the Job's beginning. */
  readonly createdAt: number;
}

interface Deletion {
  readonly at: number;
  /** By an eviction: the Pod gets the condition DisruptionTarget. */
  readonly evicts: boolean;
}

/** One of the Job's Pods, as the controller sees it at a moment. Moments are seconds after the Job's beginning. */
export class LivingPodOfJob {
  isCounted = false;
  deletion: Deletion | undefined;
  #events: readonly LifeEvent[] = [];
  #next = 0;
  #phase = 'Pending';
  #ready = false;
  #gone = false;
  #lastExit: number | undefined;
  readonly #containers = new Map<string, SeenContainer>();

  constructor(
    readonly made: MadePod,
    /** Regular containers, and sidecars: how a Pod ended is read from these. */
    private readonly containers: readonly string[],
  ) {}

  /** What happens from now on; what has happened already is the same as it was. */
  live(events: readonly LifeEvent[]): void {
    this.#events = events;
  }

  /** Moments at which the controller hears of the Pod. */
  newsAfter(now: number): number[] {
    const moments = this.#events.map(({ t }) => t + this.made.createdAt);
    return [...new Set(moments)].filter((moment) => moment > now);
  }

  get hasEnded(): boolean {
    return this.#phase === 'Succeeded' || this.#phase === 'Failed';
  }

  /** The controller has nothing to do with it any more. */
  get isOver(): boolean {
    return this.isCounted && (this.hasEnded || this.#gone);
  }

  advance(now: number): void {
    for (let event = this.#events[this.#next]; event && this.#isPast(event, now); event = this.#events[++this.#next])
      this.#see(event);
  }

  #isPast({ t }: LifeEvent, now: number): boolean {
    return t + this.made.createdAt <= now + 1e-6;
  }

  #see(event: LifeEvent): void {
    if ('status' in event) this.#seeStatus(event);
    else if (event.event === 'gone') this.#gone = true;
    else if (event.event === 'exit') this.#lastExit = event.t;
  }

  #seeStatus({ status }: StatusEvent): void {
    for (const [field, value] of Object.entries(status)) {
      if (field === 'phase' && typeof value === 'string') this.#phase = value;
      if (field === 'condition Ready') this.#ready = value === 'True';
      if (field.startsWith('container ') && typeof value === 'object' && value)
        this.#containers.set(field.slice('container '.length), value);
    }
  }

  /** How often each container was started. */
  startsOf(container: string): number {
    return this.#events
      .slice(0, this.#next)
      .filter((event) => 'process' in event && event.process === container && event.event === 'start').length;
  }

  factsAt(now: number): JobPod {
    const { name, index, indexFailureCount, createdAt } = this.made;
    return {
      name,
      age: now - Math.floor(createdAt),
      phase: this.#phase,
      index,
      indexFailureCount,
      ready: this.#ready,
      restarts: this.#restarts(),
      // The API's times are whole seconds.
      finishedAgo:
        this.hasEnded && this.#lastExit !== undefined ? now - Math.floor(createdAt + this.#lastExit) : undefined,
      ends: this.#ends(),
      disrupted: this.deletion?.evicts,
      terminating: this.deletion !== undefined,
      counted: this.isCounted,
    };
  }

  #restarts(): number {
    let restarts = 0;
    for (const { restartCount } of this.#containers.values()) restarts += restartCount;
    return restarts;
  }

  #ends(): JobPodEnd[] {
    return this.containers.flatMap((container) => {
      const { exitCode } = this.#containers.get(container) ?? {};
      return exitCode === undefined ? [] : [{ container, exitCode }];
    });
  }

  /** All that became of it, in the order of time. */
  told(horizon: number): (JobPodEvent | PodOfJobEvent)[] {
    const { name: pod, index, createdAt } = this.made;
    const own = this.#events
      .map((event) => ({ ...event, t: hundredths(event.t + createdAt), pod }))
      .filter(({ t }) => t <= horizon);
    const created = { t: hundredths(createdAt), pod, event: 'created', ...(index !== undefined && { index }) } as const;
    const { deletion } = this;
    return [created, ...own, ...(deletion ? [{ t: hundredths(deletion.at), pod, event: 'deleted' } as const] : [])];
  }
}
