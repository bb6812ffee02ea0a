import { type Clock, type Micros, second } from './clock.js';

/** The ticker of a probe worker; a trigger begins it anew. */
export class ProbeTicks {
  #base: Micros = 0;
  /** Only the tick that was planned last counts. */
  #planned = 0;

  constructor(
    private readonly clock: Clock,
    readonly period: Micros,
    private readonly run: () => void,
  ) {}

  /** They come every period after now. */
  begin(): void {
    this.#base = this.clock.now;
    this.cancel();
  }

  get beginNow(): boolean {
    return this.#base === this.clock.now;
  }

  /** They have begun anew each second since then, up to now at the latest. */
  beginEachSecond(now: Micros): void {
    this.#base += Math.floor((now - this.#base) / second) * second;
  }

  /** Plans the first one from that moment on; those in between would find nothing new. */
  plan(from: Micros): void {
    this.cancel();
    const planned = this.#planned;
    if (from === Infinity) return;
    this.clock.at(this.from(from), () => {
      if (planned === this.#planned) this.run();
    });
  }

  cancel(): void {
    this.#planned++;
  }

  from(moment: Micros): Micros {
    return this.#base + Math.max(0, Math.ceil((moment - this.#base) / this.period)) * this.period;
  }
}
