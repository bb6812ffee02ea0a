import type { PodSpec } from '../restart-policy.js';
import { type ContainerTally, type StatusByName, tallyOf } from './container-tally.js';

export type Phase = 'Pending' | 'Running' | 'Succeeded' | 'Failed';

export interface PhaseFacts {
  /** All containers have been stopped for good; never so of a static Pod. */
  readonly isTerminal: boolean;
  /** A regular container of the present sandbox exists in the runtime. */
  readonly regularContainerCreated: boolean;
}

/** getPhase, pkg/kubelet/kubelet_pods.go, of 1.36 with its default feature gates. */
export function phaseOf(spec: PodSpec, statuses: StatusByName, facts: PhaseFacts): Phase {
  const tally = tallyOf(spec, statuses);
  if (tally.failedInit > 0) return 'Failed';
  if (isPending(tally, facts)) return 'Pending';
  if (tally.running > 0) return 'Running';
  if (tally.stopped === 0) return 'Pending';
  const someComeBack = tally.stopped !== tally.stoppedForGood;
  if (someComeBack && !facts.isTerminal) return 'Running';
  return tally.stopped === tally.succeeded ? 'Succeeded' : 'Failed';
}

/** Sidecars that start anew do not make a Pod Pending again. */
function isPending(
  { pendingInit, pendingSidecars, waiting, unknown }: ContainerTally,
  { regularContainerCreated }: PhaseFacts,
): boolean {
  return pendingInit > 0 || (pendingSidecars > 0 && !regularContainerCreated) || waiting > 0 || unknown > 0;
}
