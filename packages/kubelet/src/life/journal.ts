import { setOwn } from '@podlint/plain';
import type { Clock, Micros } from './clock.js';
import type { Condition } from '../pod-status/index.js';
import { type LiveContainer, type LiveStatus, conditionOf } from './live-status.js';
import type { LifeEvent, ProbeEvent, ProcessEvent, SeenContainer, StatusEvent } from './scenario.js';

type Fields = StatusEvent['status'];
const microsOfTick = 10_000;
const ticksOfSecond = 100;

/** Writes down what happens, to the hundredth of a second; of the status, what it has become at the end of each. */
export class Journal {
  readonly #processes: ProcessEvent[] = [];
  readonly #statuses: StatusEvent[] = [];
  readonly #heldBack = new Map<string, Micros>();
  readonly #probes: ProbeEvent[] = [];
  #gone: number | undefined;
  #written: LiveStatus | undefined;
  #pending: { readonly tick: number; readonly status: LiveStatus } | undefined;

  constructor(private readonly clock: Clock) {}

  note(process: string, event: Omit<ProcessEvent, 't' | 'process'>): void {
    this.#processes.push({ t: this.#tick() / ticksOfSecond, process, ...event });
  }

  /** Each delay once: it is asked for at every sync. */
  noteBackOff(process: string, seconds: number, setAt: Micros): void {
    if (this.#heldBack.get(process) === setAt) return;
    this.#heldBack.set(process, setAt);
    this.note(process, { event: 'backOff', seconds });
  }

  noteProbe(event: Omit<ProbeEvent, 't'>): void {
    this.#probes.push({ t: this.#tick() / ticksOfSecond, ...event });
  }

  noteStatus(status: LiveStatus): void {
    if (this.#gone !== undefined) return;
    const tick = this.#tick();
    if (this.#pending && this.#pending.tick !== tick) this.#flush();
    this.#pending = { tick, status };
  }

  noteGone(): void {
    this.#gone ??= this.#tick() / ticksOfSecond;
  }

  /** In order of time; at one moment the processes by name, then the Pod. */
  events(): LifeEvent[] {
    this.#flush();
    const processes = this.#processes.toSorted((a, b) => a.t - b.t || byName(a.process, b.process));
    const gone = this.#gone === undefined ? [] : [{ t: this.#gone, event: 'gone' } as const];
    return [...processes, ...this.#statuses, ...gone].sort((a, b) => a.t - b.t);
  }

  probes(): readonly ProbeEvent[] {
    return this.#probes;
  }

  #tick(): number {
    return Math.floor(this.clock.now / microsOfTick);
  }

  #flush(): void {
    if (!this.#pending) return;
    const { tick, status } = this.#pending;
    this.#pending = undefined;
    const changes = changesBetween(this.#written, status);
    this.#written = status;
    if (Object.keys(changes).length > 0) this.#statuses.push({ t: tick / ticksOfSecond, status: changes });
  }
}

function byName(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}

type Writable<Type> = { -readonly [Field in keyof Type]: Type[Field] };

function seen({ state, lastState, restartCount, ready, started = false }: LiveContainer): SeenContainer {
  const { waiting, terminated } = state;
  const told: Writable<SeenContainer> = {
    state: waiting ? 'waiting' : terminated ? 'terminated' : 'running',
    restartCount,
    ready,
    started,
  };
  const { reason } = waiting ?? terminated ?? {};
  if (reason) told.reason = reason;
  if (terminated) told.exitCode = terminated.exitCode;
  if (lastState?.terminated) told.lastExitCode = lastState.terminated.exitCode;
  return told;
}

/** A container or condition never goes away, a reason may. */
function changesBetween(before: LiveStatus | undefined, after: LiveStatus): Fields {
  const changes: Record<string, string | SeenContainer | null> = {};
  if (before?.phase !== after.phase) changes['phase'] = after.phase;
  if (before?.reason !== after.reason) changes['reason'] = after.reason ?? null;
  for (const condition of after.conditions) {
    const text = conditionText(condition);
    const old = before && conditionOf(before, condition.type);
    if (!old || conditionText(old) !== text) setOwn(changes, `condition ${condition.type}`, text);
  }
  for (const [name, container] of after.containers)
    addContainer(changes, name, before?.containers.get(name), container);
  return changes;
}

function conditionText({ status, reason }: Condition): string {
  return reason ? `${status} ${reason}` : status;
}

function addContainer(
  changes: Record<string, string | SeenContainer | null>,
  name: string,
  before: LiveContainer | undefined,
  after: LiveContainer,
): void {
  if (before === after) return;
  const now = seen(after);
  if (!before || !isSame(seen(before), now)) setOwn(changes, `container ${name}`, now);
}

function isSame(a: SeenContainer, b: SeenContainer): boolean {
  return (
    a.state === b.state &&
    a.reason === b.reason &&
    a.exitCode === b.exitCode &&
    a.restartCount === b.restartCount &&
    a.ready === b.ready &&
    a.started === b.started &&
    a.lastExitCode === b.lastExitCode
  );
}
