import { own } from '@podlint/plain';
import { type Clock, type Micros, micros, second } from './clock.js';
import type { Journal } from './journal.js';
import { type Process, Signal } from './process.js';
import type { ContainerRun, ContainerScenario, Scenario } from './scenario.js';

export interface RuntimeRecord {
  readonly id: number;
  readonly name: string;
  readonly restartCount: number;
  /** The attempt of the sandbox that it is in. */
  readonly sandbox: number;
  readonly startedAt: Micros;
  readonly run: ContainerRun;
  readonly exited: Signal;
  state: 'running' | 'exited';
  exitCode: number;
  reason: string;
  finishedAt: Micros;
}

export interface Sandbox {
  readonly attempt: number;
  state: 'ready' | 'notReady';
}

const killedCode = 137;
/** What a call takes, at the least. */
const callTime: Micros = 1;

/** A container runtime that does what the scenario says. */
export class Runtime {
  /** Newest first. */
  sandboxes: Sandbox[] = [];
  records: RuntimeRecord[] = [];
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
    this.sandboxes.unshift({ attempt, state: 'ready' });
    this.onChange();
  }

  stopSandboxes(): void {
    for (const sandbox of this.sandboxes) {
      if (sandbox.state === 'ready') this.onChange();
      sandbox.state = 'notReady';
    }
  }

  start(name: string, restartCount: number): RuntimeRecord {
    const n = this.#starts.get(name) ?? 0;
    this.#starts.set(name, n + 1);
    const { runs } = this.scenarioOf(name);
    const record: RuntimeRecord = {
      id: ++this.#ids,
      name,
      restartCount,
      sandbox: this.sandboxes[0]?.attempt ?? 0,
      startedAt: this.clock.now,
      run: runs[Math.min(n, runs.length - 1)] ?? {},
      exited: new Signal(),
      state: 'running',
      exitCode: 0,
      reason: '',
      finishedAt: 0,
    };
    this.records.unshift(record);
    this.onChange();
    this.journal.note(name, { event: 'start', n });
    this.#endInTime(record);
    return record;
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
    if (record.state === 'exited') return;
    const { name } = record;
    this.journal.note(name, { event: 'SIGTERM', grace });
    const { onTerm } = this.scenarioOf(name);
    if (onTerm)
      this.clock.after(micros(onTerm.after), () => {
        this.#exit(record, onTerm.code, 'SIGTERM');
      });
    this.clock.after(grace * second, () => {
      if (record.state === 'running') this.journal.note(name, { event: 'SIGKILL' });
      this.#exit(record, killedCode, 'SIGKILL');
    });
    yield record.exited;
  }

  #exit(record: RuntimeRecord, code: number, by?: 'SIGTERM' | 'SIGKILL'): void {
    if (record.state === 'exited') return;
    record.state = 'exited';
    record.exitCode = code;
    record.reason = !by && record.run.oom ? 'OOMKilled' : code === 0 ? 'Completed' : 'Error';
    record.finishedAt = this.clock.now;
    this.onChange();
    this.journal.note(record.name, { event: 'exit', code, ...(by && { by }) });
    record.exited.fire();
  }

  remove(id: number): void {
    this.records = this.records.filter((record) => record.id !== id);
    this.onChange();
  }

  find(id: number | undefined): RuntimeRecord | undefined {
    return this.records.find((record) => record.id === id);
  }
}
