/**
 * Seconds: initialCrashLoopBackOff and MaxCrashLoopBackOff in pkg/kubelet/kubelet.go; in between each is twice the last.
 * KubeletCrashLoopBackOffMax (on since 1.35) lets a node set less, 300 s by default; ReduceDefaultCrashLoopBackOffDecay
 * (1 s to 60 s) is off by default in every version up to 1.37.
 */
export const firstBackOff = 10;
export const longestBackOff = 300;

/**
 * How often a container that runs for so long, and always ends, is started again within a time; seconds. A kubelet that
 * looks later (relists and syncs: a second or so each time, up to half as long again by chance) does it less often, never
 * more often. For runs of ten minutes at most: after a longer one there is no back-off.
 */
export function restartsWithin(time: number, run: number): number {
  let restarts = 0;
  let delay = 0;
  for (let start = run; start <= time; start += run + delay) {
    restarts++;
    delay = delay === 0 ? firstBackOff : Math.min(delay * 2, longestBackOff);
  }
  return restarts;
}
