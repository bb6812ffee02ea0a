import { type Container, isSidecar, restartsWhenKilled } from '../restart-policy.js';
import type { KillReason, PodActions } from './actions.js';
import { type RuntimeContainer, type RuntimeView, newestOf, shouldBeRestarted } from './runtime-view.js';

/** What goes on while the init containers are walked from the last to the first. */
interface Walk {
  readonly view: RuntimeView;
  readonly actions: PodActions;
  readonly init: readonly Container[];
  /** The init container under consideration was done with before. */
  passed: boolean;
  /** The regular containers may start. */
  initialized: boolean;
}

interface Step {
  readonly index: number;
  readonly container: Container;
  readonly status: RuntimeContainer;
}

/**
 * ComputeInitContainerActions, pkg/kubelet/kuberuntime/kuberuntime_container.go: adds to the actions, and says whether
 * the Pod is initialized. From the last to the first, because those that completed may be gone from the runtime.
 */
export function addInitActions(view: RuntimeView, actions: PodActions): boolean {
  const init = view.spec.initContainers ?? [];
  if (init.length === 0) return true;
  const initialized = anyRegularBegun(view);
  const walk: Walk = { view, actions, init, passed: initialized, initialized };
  for (let index = init.length - 1; index >= 0; index--) if (!visit(walk, index)) return false;
  if (!walk.passed) start(walk, 0);
  actions.startInit.reverse();
  return walk.initialized;
}

/** Those that exited may be of a sandbox before. */
function anyRegularBegun(view: RuntimeView): boolean {
  return (view.spec.containers ?? []).some(({ name }) => {
    const state = newestOf(view, name)?.state;
    return state === 'created' || state === 'running';
  });
}

/** False: the Pod has failed. */
function visit(walk: Walk, index: number): boolean {
  const container = walk.init[index];
  if (!container) return true;
  const status = newestOf(walk.view, container.name);
  if (!status) {
    if (walk.passed && isSidecar(container)) start(walk, index);
    return true;
  }
  if (walk.passed && !isSidecar(container)) return true;
  const goesOn = act(walk, { index, container, status });
  if (goesOn) walk.passed = true;
  return goesOn;
}

function act(walk: Walk, step: Step): boolean {
  switch (step.status.state) {
    case 'created':
      // The runtime failed to start it.
      start(walk, step.index);
      return true;
    case 'running':
      if (isSidecar(step.container)) keepSidecar(walk, step);
      return true;
    case 'exited':
      return isSidecar(step.container) ? start(walk, step.index) : afterExit(walk, step);
    default:
      return restartUnknown(walk, step);
  }
}

function start({ actions, init }: Walk, index: number): boolean {
  const name = init[index]?.name;
  if (name !== undefined) actions.startInit.push(name);
  return true;
}

function restart(walk: Walk, { index, container }: Step, reason?: KillReason): boolean {
  walk.actions.kill.push({ name: container.name ?? '', ...(reason && { reason }) });
  return start(walk, index);
}

/** Its liveness probe does not hold back the next init container, its startup probe does. */
function keepSidecar(walk: Walk, step: Step): void {
  const { container, status } = step;
  if (container.startupProbe && status.startupProbe !== 'success') {
    if (status.startupProbe === 'failure') restart(walk, step, 'StartupProbe');
    return;
  }
  startNext(walk, step, !walk.passed);
  if (status.imageChanged) restart(walk, step);
  else if (container.livenessProbe && status.livenessProbe === 'failure') restart(walk, step, 'LivenessProbe');
}

function startNext(walk: Walk, { index }: Step, due: boolean): void {
  if (index === walk.init.length - 1) walk.initialized = true;
  else if (due) start(walk, index + 1);
}

function afterExit(walk: Walk, step: Step): boolean {
  const { status, container } = step;
  // One that ran out of memory has failed, whatever its exit code (isInitContainerFailed, helpers.go).
  const failed = status.reason === 'OOMKilled' || (status.exitCode ?? 0) !== 0;
  if (!failed) startNext(walk, step, true);
  else if (shouldBeRestarted(walk.view, container)) start(walk, step.index);
  else return giveUp(walk);
  return true;
}

function restartUnknown(walk: Walk, step: Step): boolean {
  if (!isSidecar(step.container) && !restartsWhenKilled(step.container, walk.view.spec)) return giveUp(walk);
  return restart(walk, step, 'Unknown');
}

function giveUp({ actions }: Walk): boolean {
  actions.killPod = true;
  actions.startInit = [];
  return false;
}
