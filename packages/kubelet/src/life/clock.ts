/** Microseconds after the Pod reached the kubelet. */
export type Micros = number;

export const second: Micros = 1_000_000;

/** Seconds as whole microseconds. */
export function micros(seconds: number): Micros {
  return Math.round(seconds * second);
}

interface Appointment {
  readonly at: Micros;
  /** Of two at one moment, what was asked for first comes first. */
  readonly order: number;
  readonly run: () => void;
}

/** A clock that jumps from one appointment to the next; a binary heap. */
export class Clock {
  now: Micros = 0;
  #order = 0;
  readonly #heap: Appointment[] = [];

  at(time: Micros, run: () => void): void {
    this.#heap.push({ at: time, order: this.#order++, run });
    this.#rise(this.#heap.length - 1);
  }

  after(delay: Micros, run: () => void): void {
    this.at(this.now + delay, run);
  }

  /** Goes on until there is nothing left before the end, which may come nearer on the way. */
  runUntil(end: () => Micros): void {
    for (let next = this.#heap[0]; next && next.at <= end(); next = this.#heap[0]) {
      this.#removeFirst();
      this.now = next.at;
      next.run();
    }
  }

  #rise(place: number): void {
    const heap = this.#heap;
    const moved = heap[place];
    while (moved && place > 0) {
      const above = (place - 1) >> 1;
      const other = heap[above];
      if (!other || isBefore(other, moved)) break;
      heap[place] = other;
      place = above;
      heap[place] = moved;
    }
  }

  #removeFirst(): void {
    const last = this.#heap.pop();
    if (!last || this.#heap.length === 0) return;
    this.#heap[0] = last;
    this.#sink(last);
  }

  #sink(moved: Appointment): void {
    const heap = this.#heap;
    for (let place = 0; ;) {
      const left = place * 2 + 1;
      const [a, b] = [heap[left], heap[left + 1]];
      const first = a && b && isBefore(b, a) ? left + 1 : left;
      const other = heap[first];
      if (!other || isBefore(moved, other)) return;
      heap[place] = other;
      heap[first] = moved;
      place = first;
    }
  }
}

function isBefore(a: Appointment, b: Appointment): boolean {
  return a.at < b.at || (a.at === b.at && a.order < b.order);
}
