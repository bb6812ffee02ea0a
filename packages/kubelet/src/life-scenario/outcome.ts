import { own } from '@podlint/plain';
import type { LifeEvent, ProcessEvent, Scenario, SeenContainer, StatusEvent } from '../life/scenario.js';

/** How often a container was started again. */
interface Restarts {
  readonly name: string;
  readonly restarts: number;
  /** Within the first ten minutes. */
  readonly early: number;
}

/** What a life comes to; moments in seconds. */
export interface LifeOutcome {
  /** The last one. */
  readonly phase: string;
  readonly reason: string | undefined;
  /** When it became Succeeded or Failed. */
  readonly endedAt: number | undefined;
  /** When the Pod was Ready first. */
  readonly readyAt: number | undefined;
  /** When it was Ready for the last time, if it was so only once and is not at the end of what is told. */
  readonly readyUntil: number | undefined;
  /** At the end of what is told. */
  readonly isReady: boolean;
  readonly restarts: readonly Restarts[];
  /** The last state of each container. */
  readonly containers: ReadonlyMap<string, SeenContainer>;
  /** Those that were killed after their grace period. */
  readonly killed: readonly string[];
  readonly deletedAt: number | undefined;
  /** Of a static Pod: its file was removed then. */
  readonly isStatic: boolean;
  readonly goneAt: number | undefined;
  readonly horizon: number;
}

const early = 600;

export function lifeOutcome(
  events: readonly LifeEvent[],
  { deleteAt, isStatic = false, horizon }: Scenario,
): LifeOutcome {
  const processes = events.filter((event) => 'process' in event);
  const statuses = events.filter((event) => 'status' in event);
  const phases = statuses.flatMap(({ t, status }) =>
    status['phase'] === undefined ? [] : [{ t, phase: status['phase'] }],
  );
  const last = phases.at(-1);
  const readiness = statuses.filter(({ status }) => status['condition Ready'] !== undefined);
  const isReady = (event: StatusEvent | undefined) => event?.status['condition Ready'] === 'True';
  const lastReadiness = readiness.at(-1);
  return {
    phase: typeof last?.phase === 'string' ? last.phase : 'Pending',
    reason: lastText(statuses, 'reason'),
    endedAt: last?.phase === 'Succeeded' || last?.phase === 'Failed' ? last.t : undefined,
    readyAt: readiness.find(isReady)?.t,
    readyUntil: readiness.filter(isReady).length === 1 && !isReady(lastReadiness) ? lastReadiness?.t : undefined,
    isReady: isReady(lastReadiness),
    restarts: restartsOf(processes),
    containers: lastStates(statuses),
    killed: processes.filter(({ event }) => event === 'SIGKILL').map(({ process }) => process),
    deletedAt: deleteAt,
    isStatic,
    goneAt: events.find((event) => 'event' in event && event.event === 'gone')?.t,
    horizon,
  };
}

function lastText(statuses: readonly StatusEvent[], field: string): string | undefined {
  const value = own(statuses.findLast(({ status }) => own(status, field) !== undefined)?.status, field);
  return typeof value === 'string' ? value : undefined;
}

function restartsOf(processes: readonly ProcessEvent[]): Restarts[] {
  const again = processes.filter(({ event, n = 0 }) => event === 'start' && n > 0);
  return [...new Set(again.map(({ process }) => process))].map((name) => {
    const own = again.filter(({ process }) => process === name);
    return { name, restarts: own.length, early: own.filter(({ t }) => t <= early).length };
  });
}

function lastStates(statuses: readonly StatusEvent[]): ReadonlyMap<string, SeenContainer> {
  const states = new Map<string, SeenContainer>();
  for (const { status } of statuses)
    for (const [field, value] of Object.entries(status))
      if (field.startsWith('container ') && typeof value === 'object' && value) states.set(field.slice(10), value);
  return states;
}
