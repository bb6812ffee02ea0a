import { largest, smallest } from '@podlint/plain';
import type { LifeEvent } from './scenario.js';

/** Between which moments an event falls, in seconds. */
interface EventRange {
  readonly from: number;
  /** Absent: with some kubelets it does not come within what is told. */
  readonly to?: number;
}

export type Ranged<Event> = Event & { readonly range: EventRange };
export type RangedEvent = Ranged<LifeEvent>;

/** Finds each event again in the other lives: the same thing, of the same container, for as many times. */
export function withRanges(events: readonly LifeEvent[], others: readonly (readonly LifeEvent[])[]): RangedEvent[] {
  return withRangesOf(events, others, nameOfEvent);
}

/** The same of other events; those of one name are told apart by how many came before. */
export function withRangesOf<Event extends { readonly t: number }>(
  events: readonly Event[],
  others: readonly (readonly Event[])[],
  nameOf: (event: Event) => string,
): Ranged<Event>[] {
  const keysOf = (list: readonly Event[]) => {
    const counter = new Counter();
    return list.map((event) => counter.keyOf(nameOf(event)));
  };
  const moments = others.map((list) => {
    const keys = keysOf(list);
    return new Map(list.map(({ t }, place) => [keys[place], t]));
  });
  const keys = keysOf(events);
  return events.map((event, place) => {
    const found = moments.map((byKey) => byKey.get(keys[place]) ?? Infinity);
    const from = smallest([event.t, ...found]);
    const to = largest([event.t, ...found]);
    return { ...event, range: to === Infinity ? { from } : { from, to } };
  });
}

/** Counts how often something has happened. */
class Counter {
  readonly #counts = new Map<string, number>();

  keyOf(name: string): string {
    const count = (this.#counts.get(name) ?? 0) + 1;
    this.#counts.set(name, count);
    return `${name} ${count}`;
  }
}

/** Of a status only what people wait for: its phase and whether it is Ready. */
export function nameOfEvent(event: LifeEvent): string {
  if ('process' in event) return `${event.process} ${event.event} ${event.code ?? ''} ${event.by ?? ''}`;
  if (!('status' in event)) return event.event;
  return `status ${textOf(event.status['phase'])} ${textOf(event.status['condition Ready'])}`;
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
