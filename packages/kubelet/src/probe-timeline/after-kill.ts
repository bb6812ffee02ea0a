import type { Decoded, core } from '@podlint/model';
import { largest, smallest } from '@podlint/plain';
import type { TimeWindow } from './time-window.js';
import type { ProbeKind } from './worker.js';
import { firstBackOff, longestBackOff } from '../crash-loop.js';

interface GracePeriod {
  readonly seconds: number;
  /** Whose terminationGracePeriodSeconds it is. */
  readonly source: 'pod' | ProbeKind;
}

/** What follows when a probe gets a container killed; seconds. */
export interface AfterKill {
  readonly gracePeriod: GracePeriod;
  /**
   * When its processes are gone, after the container's start: at once on SIGTERM at the earliest, on SIGKILL at the
   * latest.
   */
  readonly terminatedBy: TimeWindow;
  /**
   * How long the kubelet waits then, for each of the first restarts if the container is killed in the same way every
   * time; empty: no restart.
   */
  readonly restartsAfter: readonly TimeWindow[];
}

const defaultGracePeriod = 30;
/**
 * Whatever the manifest says, SIGKILL comes no sooner after SIGTERM (killContainer,
 * pkg/kubelet/kuberuntime/kuberuntime_container.go).
 */
const leastGracePeriod = 2;
const restartsTold = 8;

export function afterKill(
  by: ProbeKind,
  killed: TimeWindow,
  container: Decoded<core.Container>,
  pod: Decoded<core.PodSpec>,
): AfterKill {
  const gracePeriod = gracePeriodOf(by, container, pod);
  const terminatedBy = terminationOf(killed, gracePeriod.seconds, container);
  const restarts = (container.restartPolicy ?? pod.restartPolicy) !== 'Never';
  return { gracePeriod, terminatedBy, restartsAfter: restarts ? restartWaits(terminatedBy) : [] };
}

/**
 * setTerminationGracePeriod, pkg/kubelet/kuberuntime/kuberuntime_container.go: the probe's own even where it is longer
 * than the Pod's.
 */
function gracePeriodOf(by: ProbeKind, container: Decoded<core.Container>, pod: Decoded<core.PodSpec>): GracePeriod {
  const own = container[by]?.terminationGracePeriodSeconds;
  if (own !== undefined) return { seconds: own, source: by };
  return { seconds: pod.terminationGracePeriodSeconds ?? defaultGracePeriod, source: 'pod' };
}

/**
 * The preStop hook runs before SIGTERM, out of the grace period; what it leaves, two seconds at least, is between
 * SIGTERM and SIGKILL.
 */
function terminationOf(killed: TimeWindow, grace: number, { lifecycle }: Decoded<core.Container>): TimeWindow {
  const preStop = grace > 0 ? lifecycle?.preStop : undefined;
  const sleep = preStop?.sleep && Math.min(preStop.sleep.seconds ?? 0, grace);
  const longestHook = sleep ?? (preStop ? grace : 0);
  return {
    earliest: killed.earliest + (sleep ?? 0),
    latest: killed.latest + longestHook + Math.max(grace - longestHook, leastGracePeriod),
  };
}

/**
 * The kubelet kills and starts again in one go (SyncPod), knowing the Pod's status of before. So the back-off of that
 * start counts from the end of the container before the killed one (doBackOff,
 * pkg/kubelet/kuberuntime/kuberuntime_manager.go): there is no such container at the first restart and no back-off yet
 * at the second; later the wait is over already if the wait before and the killed container's life were as long, and
 * otherwise counts from the kill. After ten minutes without a start the back-off begins anew, but by then it is over
 * anyway. What the kubelet adds before it looks again, up to half of a wait at random (completeWork,
 * pkg/kubelet/pod_workers.go), is not in it.
 */
function restartWaits(life: TimeWindow): TimeWindow[] {
  let waits: readonly number[] = [0];
  const told: TimeWindow[] = [];
  for (let restart = 1; restart <= restartsTold; restart++) {
    waits = restart <= 2 ? [0] : nextWaits(waits, life, Math.min(firstBackOff * 2 ** (restart - 3), longestBackOff));
    told.push({ earliest: smallest(waits), latest: largest(waits) });
  }
  return told;
}

function nextWaits(previous: readonly number[], { earliest, latest }: TimeWindow, backOff: number): number[] {
  const over = largest(previous) + latest >= backOff;
  const inForce = smallest(previous) + earliest < backOff;
  return [...(over ? [0] : []), ...(inForce ? [backOff] : [])];
}
