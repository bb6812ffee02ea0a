import { firstBackOff, longestBackOff } from '../crash-loop.js';
import { type Clock, type Micros, second } from './clock.js';

/** Of pulls (imageBackOffPeriod and MaxImageBackOff, pkg/kubelet/kubelet.go) they are the same as of restarts. */
const firstDelay = firstBackOff * second;
const longestDelay = longestBackOff * second;
/** Restarts begin anew after so long; pulls as well (twice the longest delay). */
const forgottenAfter = 600 * second;

interface Entry {
  readonly delay: Micros;
  readonly updated: Micros;
}

/** Backoff, k8s.io/client-go/util/flowcontrol: 10 s, doubling to 300 s. */
export class BackOff {
  readonly #entries = new Map<string, Entry>();

  /** Entries that were over at `collected` are gone: the kubelet throws them away in its housekeeping. */
  constructor(
    private readonly clock: Clock,
    private readonly collected: (now: Micros) => Micros,
  ) {}

  #of(key: string): Entry | undefined {
    const entry = this.#entries.get(key);
    const { now } = this.clock;
    return entry && isOver(entry, now) && isOver(entry, this.collected(now)) ? undefined : entry;
  }

  next(key: string, event: Micros): void {
    const entry = this.#of(key);
    const delay = entry && !isOver(entry, event) ? Math.min(entry.delay * 2, longestDelay) : firstDelay;
    this.#entries.set(key, { delay, updated: this.clock.now });
  }

  /** IsInBackOffSince: the delay, which counts from the event, and when it was set; undefined: it is over. */
  heldSince(key: string, event: Micros): Entry | undefined {
    const entry = this.#of(key);
    return entry && !isOver(entry, event) && this.clock.now - event < entry.delay ? entry : undefined;
  }

  /** IsInBackOffSinceUpdate: it counts from when it was set. */
  isHeld(key: string): boolean {
    const entry = this.#of(key);
    return entry !== undefined && !isOver(entry, this.clock.now) && this.clock.now - entry.updated < entry.delay;
  }
}

function isOver({ updated }: Entry, event: Micros): boolean {
  return event - updated > forgottenAfter;
}
