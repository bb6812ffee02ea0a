import { type Container, type PodSpec, restartsAfterExit } from '../restart-policy.js';
import { type LiveContainer, type LiveState, sameContainer } from './live-status.js';
import type { LivePod } from './pod.js';
import type { SeenRecord } from './runtime.js';

/** What a container's status is made of beside its own. */
export interface PodState {
  /** A RestartAllContainers rule is at work. */
  readonly restart: boolean;
  /** The Pod has a deletionTimestamp. */
  readonly deleted: boolean;
  /** A regular container was made. */
  readonly created: boolean;
}

/** All that a container's status is made of. */
interface Inputs {
  readonly ofPod: PodState;
  /** The newest first. */
  readonly records: readonly SeenRecord[];
  /** Its status as it was. */
  readonly before: LiveContainer | undefined;
  /** Why it could not be started (pkg/kubelet/reason_cache.go). */
  readonly error: string | undefined;
}

type Role = 'regular' | 'init' | 'sidecar';

const killedCode = 137;
/** The container is gone from the runtime, and nobody saw its end. */
export const lost = { exitCode: killedCode, reason: 'ContainerStatusUnknown' };
const restarting = 'RestartingAllContainers';

/** The probe manager's word on a container. */
export interface ProbeResults {
  hasStarted(status: LiveContainer): boolean;
  isReady(status: LiveContainer, started: boolean): boolean;
}

/** Makes the status of one container; made of the same it is the same, for most syncs find nothing new. */
export class ContainerStatusMaker {
  readonly name: string;
  /** As the runtime and the status before have it. */
  seen: LiveContainer;
  /** With what its probes say. */
  status: LiveContainer;
  #inputs: Inputs | undefined;
  #probed: LiveContainer | undefined;

  constructor(
    private readonly pod: LivePod,
    private readonly container: Container,
    private readonly role: Role,
  ) {
    this.name = container.name ?? '';
    this.seen = this.#default(undefined);
    this.status = this.seen;
  }

  /** Whether what was seen of it is another. */
  see(
    ofPod: PodState,
    records: readonly SeenRecord[],
    before: LiveContainer | undefined,
    error: string | undefined,
  ): boolean {
    const last = this.#inputs;
    const same = last?.records === records && last.before === before && last.error === error;
    if (same && last.ofPod === ofPod) return false;
    const inputs = { ofPod, records, before, error };
    this.#inputs = inputs;
    this.seen = this.#settle(inputs, this.#fromRecords(inputs) ?? this.#missing(inputs));
    return true;
  }

  /** Whether its status is another with what its probes say; those are asked each time. */
  probe(probes: ProbeResults): boolean {
    const { seen } = this;
    const started = probes.hasStarted(seen);
    const ready = probes.isReady(seen, started);
    if (this.#probed === seen && this.status.started === started && this.status.ready === ready) return false;
    this.#probed = seen;
    const { name, containerId, restartCount, state, lastState } = seen;
    const made = { name, containerId, restartCount, ready, started, state, lastState };
    const before = this.#inputs?.before;
    this.status = before && sameContainer(before, made) ? before : made;
    return true;
  }

  #default(before: LiveContainer | undefined): LiveContainer {
    if (before?.state.terminated) return before;
    const reason = (this.pod.spec.initContainers ?? []).length > 0 ? 'PodInitializing' : 'ContainerCreating';
    const { restartCount = 0, lastState } = before ?? {};
    return { name: this.name, restartCount, ready: false, lastState, state: { waiting: { reason } } };
  }

  /** The runtime has nothing of that name: what becomes of one that was there before. */
  #missing(inputs: Inputs): LiveContainer {
    const { before, ofPod } = inputs;
    const status = this.#default(before);
    if (!before) return status;
    if (ofPod.restart && !before.state.waiting) {
      const lastState = { terminated: { exitCode: killedCode, reason: restarting } };
      return {
        ...status,
        restartCount: before.restartCount + 1,
        lastState,
        state: { waiting: { reason: restarting } },
      };
    }
    if (!before.state.running || status.lastState?.terminated) return status;
    const again = ofPod.deleted ? 0 : 1;
    return { ...status, restartCount: status.restartCount + again, lastState: { terminated: lost } };
  }

  #fromRecords({ records, before }: Inputs): LiveContainer | undefined {
    const [newest, earlier] = records;
    if (!newest) return undefined;
    return converted(newest, earlier && stateOf(earlier), before);
  }

  /** Once a regular container was made, an init container that is gone has ended well. */
  #settle(inputs: Inputs, status: LiveContainer): LiveContainer {
    const [newest] = inputs.records;
    if (this.role !== 'regular' && newest?.state === 'exited' && newest.exitCode === 0) return status;
    if (this.role === 'init' && !newest && status.state.waiting && inputs.ofPod.created)
      return { ...status, state: { terminated: { exitCode: 0, reason: 'Completed' } } };
    return this.#failedToStart(inputs, status);
  }

  /** One that ought to run, and whose start failed before, is waiting. */
  #failedToStart(inputs: Inputs, status: LiveContainer): LiveContainer {
    const { error: reason } = inputs;
    if (reason === undefined || !shouldRun(this.container, this.pod.spec, inputs)) return status;
    return asWaiting(status, reason);
  }
}

function asWaiting(
  { name, containerId, restartCount, ready, started, state, lastState }: LiveContainer,
  reason: string,
): LiveContainer {
  const last = state.terminated ? state : lastState;
  return { name, containerId, restartCount, ready, started, state: { waiting: { reason } }, lastState: last };
}

/** ShouldContainerBeRestarted, pkg/kubelet/container/helpers.go. */
function shouldRun(container: Container, spec: PodSpec, { records: [newest], ofPod }: Inputs): boolean {
  if (ofPod.deleted) return false;
  if (!newest) return true;
  return newest.state === 'exited' && restartsAfterExit(container, spec, newest.exitCode);
}

function stateOf({ state, startedAt, exitCode, reason }: SeenRecord): LiveState {
  return state === 'running' ? { running: { startedAt } } : { terminated: { exitCode, reason } };
}

/**
 * What a RestartAllContainers rule removed from the runtime is remembered by the status alone: its last end, and how
 * often it was restarted.
 */
function converted(record: SeenRecord, earlier: LiveState | undefined, old: LiveContainer | undefined): LiveContainer {
  const { id, name } = record;
  const isRunning = record.state === 'running';
  const endedBefore = old?.state.terminated && old.containerId !== id ? old.state : undefined;
  const restartCount = Math.max(record.restartCount, old?.restartCount ?? 0);
  const again = isRunning && old?.state.terminated && old.restartCount >= record.restartCount;
  return {
    name,
    containerId: id,
    restartCount: again ? old.restartCount + 1 : restartCount,
    ready: false,
    started: isRunning ? old?.started : undefined,
    state: stateOf(record),
    lastState: earlier ?? endedBefore ?? lastEnd(old),
  };
}

function lastEnd(old: LiveContainer | undefined): LiveState | undefined {
  return old?.lastState?.terminated && old.lastState;
}
