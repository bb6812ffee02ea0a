import { type Container, type PodSpec, restartsAfterExit, restartsAllContainers } from '../restart-policy.js';

type ProbeOutcome = 'success' | 'failure';

/** A container as the runtime has it, with what its probes last said; absent: nothing yet. */
export interface RuntimeContainer {
  readonly name: string;
  readonly state: 'created' | 'running' | 'exited' | 'unknown';
  readonly exitCode?: number | undefined;
  readonly reason?: string | undefined;
  readonly startupProbe?: ProbeOutcome | undefined;
  readonly livenessProbe?: ProbeOutcome | undefined;
  readonly imageChanged?: boolean | undefined;
}

interface ByName<Value> {
  get(name: string): Value | undefined;
}

/** What the kubelet has seen of a Pod in the runtime. */
export interface RuntimeView {
  readonly spec: PodSpec;
  /** Undefined: none was made yet. */
  readonly sandbox?: { readonly state: 'ready' | 'notReady'; readonly attempt: number } | undefined;
  /** The newest record of each name, and all of them, the newest first. */
  readonly newest: ByName<RuntimeContainer>;
  readonly records: ByName<readonly RuntimeContainer[]>;
  /** The Pod has a deletionTimestamp. */
  readonly deleted?: boolean | undefined;
}

/** FindContainerStatusByName, pkg/kubelet/container/runtime.go. */
export function newestOf({ newest }: RuntimeView, name = ''): RuntimeContainer | undefined {
  return newest.get(name);
}

export function recordsOf({ records }: RuntimeView, name = ''): readonly RuntimeContainer[] {
  return records.get(name) ?? [];
}

/** ShouldContainerBeRestarted, pkg/kubelet/container/helpers.go. */
export function shouldBeRestarted(view: RuntimeView, container: Container): boolean {
  if (view.deleted) return false;
  const status = newestOf(view, container.name);
  if (!status) return true;
  if (status.state === 'running') return false;
  return status.state !== 'exited' || restartsAfterExit(container, view.spec, status.exitCode ?? 0);
}

/** ShouldAllContainersRestart, pkg/kubelet/container/helpers.go, by what the runtime has. */
export function shouldAllRestart(view: RuntimeView): boolean {
  return allContainers(view.spec).some((container) => {
    const status = newestOf(view, container.name);
    return status?.state === 'exited' && restartsAllContainers(container, status.exitCode ?? 0);
  });
}

/** HasAnyRegularContainerCreated, pkg/kubelet/kuberuntime/kuberuntime_container.go. */
export function anyRegularCreated(view: RuntimeView): boolean {
  return (view.spec.containers ?? []).some(({ name }) => {
    const state = newestOf(view, name)?.state;
    return state !== undefined && state !== 'unknown';
  });
}

export function allContainers({ initContainers, containers }: PodSpec): readonly Container[] {
  return [...(initContainers ?? []), ...(containers ?? [])];
}
