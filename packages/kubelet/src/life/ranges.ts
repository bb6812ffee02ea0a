import { largest, smallest } from '@podlint/plain';
import type { LifeEvent } from './scenario.js';

/** Between which moments an event falls, in seconds. */
interface EventRange {
  readonly from: number;
  /** Absent: with some kubelets it does not come within what is told. */
  readonly to?: number;
}

export type RangedEvent = LifeEvent & { readonly range: EventRange };

/** Finds each event again in the other lives: the same thing, of the same container, for as many times. */
export function withRanges(events: readonly LifeEvent[], others: readonly (readonly LifeEvent[])[]): RangedEvent[] {
  const moments = others.map(momentsOf);
  const counter = new Counter();
  return events.map((event) => {
    const key = counter.keyOf(event);
    const found = moments.map((byKey) => byKey.get(key) ?? Infinity);
    const from = smallest([event.t, ...found]);
    const to = largest([event.t, ...found]);
    return { ...event, range: to === Infinity ? { from } : { from, to } };
  });
}

function momentsOf(events: readonly LifeEvent[]): ReadonlyMap<string, number> {
  const counter = new Counter();
  return new Map(events.map((event) => [counter.keyOf(event), event.t]));
}

/** Names what happens, and how often it has happened. */
class Counter {
  readonly #counts = new Map<string, number>();

  keyOf(event: LifeEvent): string {
    const name = nameOf(event);
    const count = (this.#counts.get(name) ?? 0) + 1;
    this.#counts.set(name, count);
    return `${name} ${count}`;
  }
}

/** Of a status only what people wait for: its phase and whether it is Ready. */
function nameOf(event: LifeEvent): string {
  if ('process' in event) return `${event.process} ${event.event} ${event.code ?? ''} ${event.by ?? ''}`;
  if (!('status' in event)) return event.event;
  return `status ${textOf(event.status['phase'])} ${textOf(event.status['condition Ready'])}`;
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
