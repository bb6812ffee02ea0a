import type { PodActions } from './actions.js';
import { computeActions } from './compute.js';
import { type RuntimeView, allContainers, newestByName, shouldAllRestart, shouldBeRestarted } from './runtime-view.js';

export interface PodActionsVerdict extends PodActions {
  /** The containers that ought to run and do not, by their policies alone. */
  readonly shouldBeRestarted: readonly string[];
}

/** What the kubelet of 1.36 does next with a Pod that it finds so in the runtime. */
export function podActions(facts: Omit<RuntimeView, 'newest'>): PodActionsVerdict {
  const view = { ...facts, newest: newestByName(facts.statuses) };
  const actions = computeActions(view, shouldAllRestart(view));
  const due = allContainers(view.spec).filter((container) => shouldBeRestarted(view, container));
  return {
    ...actions,
    kill: actions.kill.toSorted((a, b) => (a.name < b.name ? -1 : 1)),
    shouldBeRestarted: due.map(({ name = '' }) => name),
  };
}
