import { type Container, type PodSpec, isSidecar } from '../restart-policy.js';
import { type Clock, micros, second } from './clock.js';
import type { Journal } from './journal.js';
import { graceOf, type LivePod } from './pod.js';
import { type PodSnapshot, allRecords } from './pod-cache.js';
import { type Process, atLatest, launch } from './process.js';
import type { Runtime, RuntimeRecord } from './runtime.js';
import { TerminationOrder } from './termination-order.js';

export type KillReason = 'StartupProbe' | 'LivenessProbe' | 'Unknown' | undefined;

interface KillOptions {
  readonly reason?: KillReason;
  /** Instead of the Pod's and the probe's; seconds. */
  readonly grace?: number | undefined;
  readonly order?: TerminationOrder | undefined;
}

/** MinimumGracePeriodInSeconds, pkg/kubelet/kuberuntime/kuberuntime_manager.go. */
const leastGrace = 2;

/** How the kubelet ends containers (killContainer, pkg/kubelet/kuberuntime/kuberuntime_container.go). */
export class Killer {
  constructor(
    private readonly clock: Clock,
    private readonly runtime: Runtime,
    private readonly journal: Journal,
    private readonly pod: LivePod,
  ) {}

  /** PreStop, then its turn, then SIGTERM: all out of one grace period; two seconds are always left. */
  *kill(record: RuntimeRecord, options: KillOptions): Process {
    const { name } = record;
    let grace = options.grace ?? this.#grace(this.pod.byName.get(name), options.reason);
    if (grace > 0) grace -= yield* this.#preStop(record, grace);
    if (options.order && grace > 0) grace -= yield* options.order.waitForTurn(name, grace);
    yield* this.runtime.stop(record, Math.max(grace, leastGrace));
    options.order?.hasEnded(name);
  }

  /** SetTerminationGracePeriod. */
  #grace(container: Container | undefined, reason: KillReason): number {
    const { spec, deletionGrace } = this.pod;
    if (deletionGrace !== undefined) return deletionGrace;
    const probe =
      reason === 'StartupProbe'
        ? container?.startupProbe
        : reason === 'LivenessProbe'
          ? container?.livenessProbe
          : undefined;
    return probe?.terminationGracePeriodSeconds ?? graceOf(spec);
  }

  /** ExecutePreStopHook: the whole seconds that it took. */
  *#preStop(record: RuntimeRecord, grace: number): Process<number> {
    const { name } = record;
    const hook = this.pod.byName.get(name)?.lifecycle?.preStop;
    if (!hook) return 0;
    const begun = this.clock.now;
    if (hook.exec && record.seen.state === 'running') this.journal.note(name, { event: 'preStop' });
    const length = hook.sleep ? (hook.sleep.seconds ?? 0) : (this.runtime.scenarioOf(name).preStop ?? 0);
    const most = micros(Math.min(length, grace));
    // A command ends with its container, a sleep is the kubelet's own.
    if (hook.sleep) yield most;
    else if (most > 0) yield atLatest(this.clock, record.exited, most);
    return Math.floor((this.clock.now - begun) / second);
  }

  /** KillPodWithSyncResult: every container that was seen running at the same time, then the sandboxes. */
  *killPod(snapshot: PodSnapshot, grace?: number): Process {
    const seen = allRecords(snapshot).filter(({ state }) => state === 'running');
    const running = seen.flatMap(({ id }) => this.runtime.find(id) ?? []);
    const order = this.#order(running.map(({ name }) => name));
    const ends = running.map((record) => launch(this.clock, this.kill(record, { grace, order })));
    for (const end of ends) yield end;
    this.runtime.stopSandboxes();
  }

  #order(running: readonly string[]): TerminationOrder | undefined {
    return hasSidecar(this.pod.spec) ? new TerminationOrder(this.clock, this.pod.spec, running) : undefined;
  }
}

function hasSidecar({ initContainers }: PodSpec): boolean {
  return (initContainers ?? []).some(isSidecar);
}
