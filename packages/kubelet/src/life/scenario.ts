import type { ProbeKind } from '../probe-timeline/worker.js';

/** What a container does after one of its starts; seconds. */
export interface ContainerRun {
  /** Absent: it runs for ever. */
  readonly exitAfter?: number;
  readonly code?: number;
  /** It is killed for its memory: the runtime's reason is OOMKilled. */
  readonly oom?: boolean;
  /** Its probes succeed from then on, and up to then; absent: always. */
  readonly answersAfter?: number;
  readonly answersUntil?: number;
}

export interface ContainerScenario {
  /** The n-th start behaves as the n-th, the last repeats. */
  readonly runs: readonly ContainerRun[];
  /** What it does on SIGTERM; absent: nothing. */
  readonly onTerm?: { readonly after: number; readonly code: number };
  /** How long its exec hook takes. */
  readonly preStop?: number;
  readonly postStart?: number;
  readonly postStartFails?: boolean;
  /** How long a pull takes. */
  readonly pull?: number;
  /** So many pulls fail, at their end. */
  readonly pullFails?: number;
}

/** What the containers and the people around a Pod do; seconds after the Pod reached the kubelet. */
export interface Scenario {
  readonly containers: { readonly [name: string]: ContainerScenario };
  readonly deleteAt?: number;
  /** Absent: the Pod's own. */
  readonly deleteGrace?: number;
  /** The deletion is an eviction, as of a drain: the Pod gets the condition DisruptionTarget. */
  readonly evicts?: boolean;
  /** Of a static Pod: at `deleteAt` its file is removed from the node; the kubelet then removes its mirror Pod. */
  readonly isStatic?: boolean;
  readonly gates?: readonly { readonly at: number; readonly type: string; readonly status: string }[];
  readonly horizon: number;
}

/** What a container looks like in the Pod's status. */
export interface SeenContainer {
  readonly state: 'waiting' | 'running' | 'terminated';
  readonly reason?: string;
  readonly exitCode?: number;
  readonly restartCount: number;
  readonly ready: boolean;
  readonly started: boolean;
  /** Of its run before. */
  readonly lastExitCode?: number;
}

export interface ProcessEvent {
  /** Seconds, rounded down to hundredths. */
  readonly t: number;
  /** The container. */
  readonly process: string;
  readonly event: 'start' | 'exit' | 'SIGTERM' | 'SIGKILL' | 'preStop' | 'postStart' | 'pullFailed' | 'backOff';
  /** Which start it is, from 0. */
  readonly n?: number;
  readonly code?: number;
  /** Absent: it ended by itself. */
  readonly by?: 'SIGTERM' | 'SIGKILL';
  /** Seconds until SIGKILL. */
  readonly grace?: number;
  /** How long after the last exit the container may start again. */
  readonly seconds?: number;
}

/** What changed in the Pod's status: `phase`, `reason`, `condition TYPE`, `container NAME`; null: it is gone. */
export interface StatusEvent {
  readonly t: number;
  readonly status: { readonly [field: string]: string | SeenContainer | null };
}

/** A probe's result changes: so many answers in a row were equal as its threshold wants. */
export interface ProbeEvent {
  /** Seconds, rounded down to hundredths. */
  readonly t: number;
  readonly container: string;
  readonly probe: ProbeKind;
  readonly outcome: 'success' | 'failure';
}

/** The object is removed. */
export interface GoneEvent {
  readonly t: number;
  readonly event: 'gone';
}

export type LifeEvent = ProcessEvent | StatusEvent | GoneEvent;
