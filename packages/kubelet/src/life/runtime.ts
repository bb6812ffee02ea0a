import { own } from '@podlint/plain';
import type { RuntimeContainer } from '../pod-actions/runtime-view.js';
import { type Clock, type Micros, micros, second } from './clock.js';
import type { Journal } from './journal.js';
import { type Process, Signal } from './process.js';
import type { ContainerRun, ContainerScenario, Scenario } from './scenario.js';

/** A container as a relist sees it; what changes is replaced, so that what did not change can be told at a glance. */
export interface SeenRecord extends RuntimeContainer {
  readonly id: number;
  readonly name: string;
  readonly state: 'running' | 'exited';
  readonly restartCount: number;
  /** The attempt of the sandbox that it is in. */
  readonly sandbox: number;
  readonly startedAt: Micros;
  readonly finishedAt: Micros;
  readonly exitCode: number;
  readonly reason: string;
}

export interface RuntimeRecord {
  readonly id: number;
  readonly name: string;
  readonly startedAt: Micros;
  readonly run: ContainerRun;
  readonly exited: Signal;
  seen: SeenRecord;
}

export interface Sandbox {
  readonly attempt: number;
  readonly state: 'ready' | 'notReady';
}

const killedCode = 137;
/** What a call takes, at the least. */
const callTime: Micros = 1;

/** A container runtime that does what the scenario says. */
export class Runtime {
  /** Newest first; replaced when one changes, as are the lists of containers. */
  sandboxes: readonly Sandbox[] = [];
  /** By name, the newest of each first. */
  readonly seen = new Map<string, readonly SeenRecord[]>();
  readonly #records = new Map<number, RuntimeRecord>();
  /** Hears of every change. */
  onChange: () => void = () => undefined;
  readonly #starts = new Map<string, number>();
  #ids = 0;

  constructor(
    private readonly clock: Clock,
    private readonly journal: Journal,
    private readonly scenario: Scenario,
  ) {}

  scenarioOf(name: string): ContainerScenario {
    return own(this.scenario.containers, name) ?? { runs: [{}] };
  }

  createSandbox(attempt: number): void {
    this.sandboxes = [{ attempt, state: 'ready' }, ...this.sandboxes];
    this.onChange();
  }

  stopSandboxes(): void {
    if (this.sandboxes.every(({ state }) => state === 'notReady')) return;
    this.sandboxes = this.sandboxes.map(({ attempt }) => ({ attempt, state: 'notReady' }));
    this.onChange();
  }

  start(name: string, restartCount: number): RuntimeRecord {
    const n = this.#starts.get(name) ?? 0;
    this.#starts.set(name, n + 1);
    const { runs } = this.scenarioOf(name);
    const record: RuntimeRecord = {
      id: ++this.#ids,
      name,
      startedAt: this.clock.now,
      run: runs[Math.min(n, runs.length - 1)] ?? {},
      exited: new Signal(),
      seen: this.#begun(name, restartCount),
    };
    this.#records.set(record.id, record);
    this.seen.set(name, [record.seen, ...(this.seen.get(name) ?? [])]);
    this.onChange();
    this.journal.note(name, { event: 'start', n });
    this.#endInTime(record);
    return record;
  }

  #begun(name: string, restartCount: number): SeenRecord {
    return {
      id: this.#ids,
      name,
      state: 'running',
      restartCount,
      sandbox: this.sandboxes[0]?.attempt ?? 0,
      startedAt: this.clock.now,
      finishedAt: 0,
      exitCode: 0,
      reason: '',
    };
  }

  #endInTime(record: RuntimeRecord): void {
    const { exitAfter, code = 0 } = record.run;
    if (exitAfter === undefined) return;
    this.clock.after(micros(exitAfter), () => {
      this.#exit(record, code);
    });
  }

  /** StopContainer: SIGTERM, and SIGKILL after the grace period. */
  *stop(record: RuntimeRecord, grace: number): Process {
    yield callTime;
    if (record.seen.state === 'exited') return;
    const { name } = record;
    this.journal.note(name, { event: 'SIGTERM', grace });
    const { onTerm } = this.scenarioOf(name);
    if (onTerm)
      this.clock.after(micros(onTerm.after), () => {
        this.#exit(record, onTerm.code, 'SIGTERM');
      });
    this.clock.after(grace * second, () => {
      if (record.seen.state === 'running') this.journal.note(name, { event: 'SIGKILL' });
      this.#exit(record, killedCode, 'SIGKILL');
    });
    yield record.exited;
  }

  #exit(record: RuntimeRecord, code: number, by?: 'SIGTERM' | 'SIGKILL'): void {
    const before = record.seen;
    if (before.state === 'exited') return;
    const reason = !by && record.run.oom ? 'OOMKilled' : code === 0 ? 'Completed' : 'Error';
    record.seen = { ...before, state: 'exited', exitCode: code, reason, finishedAt: this.clock.now };
    const others = this.seen.get(record.name) ?? [];
    this.seen.set(
      record.name,
      others.map((other) => (other === before ? record.seen : other)),
    );
    this.onChange();
    this.journal.note(record.name, { event: 'exit', code, ...(by && { by }) });
    record.exited.fire();
  }

  remove(id: number): void {
    const name = this.#records.get(id)?.name;
    this.#records.delete(id);
    const left = name === undefined ? undefined : this.seen.get(name)?.filter((record) => record.id !== id);
    if (name !== undefined && left) this.seen.set(name, left);
    this.onChange();
  }

  find(id: number | undefined): RuntimeRecord | undefined {
    return id === undefined ? undefined : this.#records.get(id);
  }
}
