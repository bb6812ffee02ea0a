import { type Container, type PodSpec, isSidecar, restartsAfterExit } from '../restart-policy.js';

interface Terminated {
  readonly exitCode?: number | undefined;
  readonly reason?: string | undefined;
}

interface ContainerState {
  readonly waiting?: { readonly reason?: string | undefined } | undefined;
  readonly running?: object | undefined;
  readonly terminated?: Terminated | undefined;
}

/** What counts of a container's status, in the API's names. */
export interface ContainerStatus {
  readonly name?: string | undefined;
  readonly ready?: boolean | undefined;
  readonly started?: boolean | undefined;
  readonly state?: ContainerState | undefined;
  readonly lastState?: ContainerState | undefined;
}

export type StatusByName = ReadonlyMap<string, ContainerStatus>;

/** How many of the Pod's containers are in which state, as getPhase (pkg/kubelet/kubelet_pods.go) counts them. */
export interface ContainerTally {
  /** Init containers that have not ended, or not begun. */
  pendingInit: number;
  /** An init container failed for good. */
  failedInit: number;
  /** Sidecars that have not started yet. */
  pendingSidecars: number;
  running: number;
  waiting: number;
  unknown: number;
  /** Regular containers that have ended, whether they are to be restarted or not. */
  stopped: number;
  stoppedForGood: number;
  succeeded: number;
}

export function tallyOf(spec: PodSpec, statuses: StatusByName): ContainerTally {
  const tally: ContainerTally = {
    pendingInit: 0,
    failedInit: 0,
    pendingSidecars: 0,
    running: 0,
    waiting: 0,
    unknown: 0,
    stopped: 0,
    stoppedForGood: 0,
    succeeded: 0,
  };
  for (const container of spec.initContainers ?? []) {
    const status = statuses.get(container.name ?? '');
    if (isSidecar(container)) countSidecar(tally, status);
    else countInit(tally, container, spec, status);
  }
  for (const container of spec.containers ?? [])
    countRegular(tally, container, spec, statuses.get(container.name ?? ''));
  return tally;
}

/** How a container ended that is not running; one that waits for its restart ended as well. */
function endOf({ state, lastState }: ContainerStatus): Terminated | undefined {
  if (state?.running) return undefined;
  return state?.terminated ?? (state?.waiting && lastState?.terminated);
}

/** What a RestartAllContainers rule removed comes back whatever its policy. */
function comesBack(container: Container, spec: PodSpec, { exitCode = 0, reason }: Terminated): boolean {
  return reason === 'RestartingAllContainers' || restartsAfterExit(container, spec, exitCode);
}

function countInit(tally: ContainerTally, container: Container, spec: PodSpec, status?: ContainerStatus): void {
  const end = status && endOf(status);
  if (!end) tally.pendingInit++;
  else if ((end.exitCode ?? 0) !== 0 && !comesBack(container, spec, end)) tally.failedInit++;
}

/** A sidecar that has ended does not count. */
function countSidecar(tally: ContainerTally, status: ContainerStatus | undefined): void {
  if (status?.state?.running) {
    tally.running++;
    if (!status.started) tally.pendingSidecars++;
  } else if (!status) tally.unknown++;
  else if (!endOf(status)) {
    tally.pendingSidecars++;
    if (status.state?.waiting) tally.waiting++;
    else tally.unknown++;
  }
}

function countRegular(tally: ContainerTally, container: Container, spec: PodSpec, status?: ContainerStatus): void {
  const end = status && endOf(status);
  if (status?.state?.running) tally.running++;
  else if (end) countStopped(tally, status, end, comesBack(container, spec, end));
  else if (status?.state?.waiting) tally.waiting++;
  else tally.unknown++;
}

/** One that waits for its restart has not succeeded, whatever its exit code. */
function countStopped(
  tally: ContainerTally,
  { state }: ContainerStatus,
  { exitCode = 0 }: Terminated,
  restarts: boolean,
): void {
  tally.stopped++;
  if (!restarts) tally.stoppedForGood++;
  if (state?.terminated && exitCode === 0) tally.succeeded++;
}
