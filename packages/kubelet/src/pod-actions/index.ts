import { addTo } from '@podlint/plain';
import type { PodActions } from './actions.js';
import { computeActions } from './compute.js';
import {
  type RuntimeContainer,
  type RuntimeView,
  allContainers,
  shouldAllRestart,
  shouldBeRestarted,
} from './runtime-view.js';

export interface PodActionsVerdict extends PodActions {
  /** The containers that ought to run and do not, by their policies alone. */
  readonly shouldBeRestarted: readonly string[];
}

/** A Pod as the kubelet finds it in the runtime. */
export interface PodActionsFacts extends Pick<RuntimeView, 'spec' | 'sandbox' | 'deleted'> {
  /** The newest of a name comes first. */
  readonly statuses: readonly RuntimeContainer[];
}

/** What the kubelet of 1.36 does next with a Pod that it finds so in the runtime. */
export function podActions({ statuses, ...facts }: PodActionsFacts): PodActionsVerdict {
  const records = byName(statuses);
  const view = { ...facts, records, newest: { get: (name: string) => records.get(name)?.[0] } };
  const actions = computeActions(view, shouldAllRestart(view));
  const due = allContainers(view.spec).filter((container) => shouldBeRestarted(view, container));
  return {
    ...actions,
    kill: actions.kill.toSorted((a, b) => (a.name < b.name ? -1 : 1)),
    shouldBeRestarted: due.map(({ name = '' }) => name),
  };
}

function byName(statuses: readonly RuntimeContainer[]): ReadonlyMap<string, readonly RuntimeContainer[]> {
  const records = new Map<string, RuntimeContainer[]>();
  for (const status of statuses) {
    addTo(records, status.name, status);
  }
  return records;
}
