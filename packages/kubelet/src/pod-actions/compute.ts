import { type Container, restartsAllContainers, restartsWhenKilled } from '../restart-policy.js';
import type { KillReason, PodActions, Reset } from './actions.js';
import { addInitActions } from './init-actions.js';
import {
  type RuntimeContainer,
  type RuntimeView,
  allContainers,
  anyRegularCreated,
  newestOf,
  recordsOf,
  shouldBeRestarted,
} from './runtime-view.js';

/**
 * ComputePodActions, pkg/kubelet/kuberuntime/kuberuntime_manager.go, of 1.36 with its default feature gates; without
 * resizes and ephemeral containers.
 */
export function computeActions(view: RuntimeView, restartAllContainers: boolean): PodActions {
  const isNew = view.sandbox?.state !== 'ready';
  const actions: PodActions = { killPod: isNew, createSandbox: isNew, startInit: [], start: [], kill: [] };
  if (restartAllContainers) return { ...actions, restartAllContainers, reset: resets(view), ...attemptOf(view, isNew) };
  if (isNew) addSandboxActions(view, actions);
  else if (addInitActions(view, actions) && !actions.killPod) addRegularActions(view, actions);
  return { ...actions, ...attemptOf(view, actions.createSandbox) };
}

function attemptOf({ sandbox }: RuntimeView, create: boolean): { attempt?: number } {
  if (!create) return {};
  return { attempt: sandbox ? sandbox.attempt + 1 : 0 };
}

/** Those whose exit brought it about are removed last. */
function resets(view: RuntimeView): Reset[] {
  const regular = resetsOf(view, view.spec.containers);
  const init = resetsOf(view, view.spec.initContainers);
  return [...regular.targets, ...init.targets, ...regular.sources, ...init.sources];
}

/** GetContainersToReset: earlier records of a container go as well. */
function resetsOf(view: RuntimeView, containers: readonly Container[] | undefined) {
  const sources: Reset[] = [];
  const targets: Reset[] = [];
  for (const container of containers ?? [])
    for (const { name, state, exitCode = 0 } of recordsOf(view, container.name))
      if (state !== 'exited') targets.push({ name, kill: true });
      else (restartsAllContainers(container, exitCode) ? sources : targets).push({ name, kill: false });
  return { sources, targets };
}

/** Without a sandbox that is ready everything begins anew, unless nothing is left to do. */
function addSandboxActions(view: RuntimeView, actions: PodActions): void {
  const { spec, sandbox } = view;
  const hasRecords = allContainers(spec).some(({ name }) => recordsOf(view, name).length > 0);
  const over = spec.restartPolicy === 'Never' && sandbox !== undefined && hasRecords;
  const due = (spec.containers ?? []).filter((container) => !hasRunOnce(view, container));
  if (over || (due.length === 0 && anyRegularCreated(view))) actions.createSandbox = false;
  else if (spec.initContainers?.[0]) actions.startInit = names(spec.initContainers.slice(0, 1));
  else actions.start = names(due);
}

function names(containers: readonly Container[]): string[] {
  return containers.map(({ name = '' }) => name);
}

/** What ended well is not run again if its policy is OnFailure. */
function hasRunOnce(view: RuntimeView, container: Container): boolean {
  const status = newestOf(view, container.name);
  const succeeded = status?.state === 'exited' && (status.exitCode ?? 0) === 0;
  return succeeded && (container.restartPolicy ?? view.spec.restartPolicy) === 'OnFailure';
}

function addRegularActions(view: RuntimeView, actions: PodActions): void {
  let kept = 0;
  for (const container of view.spec.containers ?? []) {
    const status = newestOf(view, container.name);
    if (status?.state === 'running') {
      if (!killIfDue(view, actions, container, status)) kept++;
    } else if (shouldBeRestarted(view, container)) startRegular(actions, container, status);
  }
  if (kept > 0 || actions.start.length > 0) return;
  actions.killPod = true;
  // Otherwise sidecars would keep the Pod alive.
  actions.startInit = [];
}

/** Nobody knows whether a container of unknown state runs, so it is killed first. */
function startRegular(actions: PodActions, { name = '' }: Container, status: RuntimeContainer | undefined): void {
  actions.start.push(name);
  if (status?.state === 'unknown') actions.kill.push({ name, reason: 'Unknown' });
}

function killIfDue(
  view: RuntimeView,
  { kill, start }: PodActions,
  container: Container,
  status: RuntimeContainer,
): boolean {
  const reason = failedProbe(status);
  if (!reason && !status.imageChanged) return false;
  const { name } = status;
  kill.push(status.imageChanged ? { name } : { name, ...(reason && { reason }) });
  if (status.imageChanged || restartsWhenKilled(container, view.spec)) start.push(name);
  return true;
}

function failedProbe({ livenessProbe, startupProbe }: RuntimeContainer): KillReason | undefined {
  if (livenessProbe === 'failure') return 'LivenessProbe';
  return startupProbe === 'failure' ? 'StartupProbe' : undefined;
}
