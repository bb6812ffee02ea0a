import type { Clock, Micros } from './clock.js';

/** Something that happens once, and that processes wait for. */
export class Signal {
  #fired = false;
  #waiting: (() => void)[] = [];

  fire(): void {
    if (this.#fired) return;
    this.#fired = true;
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const go of waiting) go();
  }

  when(go: () => void): void {
    if (this.#fired) go();
    else this.#waiting.push(go);
  }
}

/** One of the kubelet's goroutines: it yields what it waits for, so long or a signal. */
export type Process<Result = void> = Generator<Micros | Signal, Result, void>;

/** Lets a process run; the signal fires at its end. */
export function launch(clock: Clock, process: Process): Signal {
  const ended = new Signal();
  const go = () => {
    const { value, done } = process.next();
    if (done) ended.fire();
    else if (value instanceof Signal) value.when(go);
    else if (typeof value === 'number') clock.after(value, go);
  };
  go();
  return ended;
}

/** Fires with the signal, and after the delay at the latest. */
export function atLatest(clock: Clock, signal: Signal, delay: Micros): Signal {
  const either = new Signal();
  signal.when(() => {
    either.fire();
  });
  clock.after(delay, () => {
    either.fire();
  });
  return either;
}
