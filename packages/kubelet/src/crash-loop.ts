/** Restarts are immediate once, then so long after the last exit (pkg/kubelet/kubelet.go: 10 s, doubling to 300 s). */
const firstDelay = 10;
const longestDelay = 300;

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
    delay = delay === 0 ? firstDelay : Math.min(delay * 2, longestDelay);
  }
  return restarts;
}
