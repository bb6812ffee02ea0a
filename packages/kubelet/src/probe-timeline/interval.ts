import { largest, smallest } from '@podlint/plain';

/** From a first moment to a last one, in milliseconds after the container's start. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** A span that says of each end whether the moment itself belongs to it, or whatever comes close to it. */
export interface Interval extends Span {
  readonly hasFrom: boolean;
  readonly hasTo: boolean;
}

/** From that moment on. */
export function since(from: number): Interval {
  return { from, to: Infinity, hasFrom: true, hasTo: false };
}

/** Until that moment, without it. */
export function before(to: number): Interval {
  return { from: -Infinity, to, hasFrom: false, hasTo: false };
}

export function moment(at: number): Interval {
  return { from: at, to: at, hasFrom: true, hasTo: true };
}

export function shift<S extends Span>(span: S, by: number): S {
  return { ...span, from: span.from + by, to: span.to + by };
}

/** What two intervals share; undefined: nothing. */
export function intersect(one: Interval, other: Interval): Interval | undefined {
  const from = Math.max(one.from, other.from);
  const to = Math.min(one.to, other.to);
  const hasFrom = contains(one, from) && contains(other, from);
  const hasTo = contains(one, to) && contains(other, to);
  return from < to || (from === to && hasFrom) ? { from, to, hasFrom, hasTo } : undefined;
}

/** The shortest span around all of them; undefined: there are none. */
export function hull(spans: readonly Span[]): Span | undefined {
  if (spans.length === 0) return undefined;
  return { from: smallest(spans.map(({ from }) => from)), to: largest(spans.map(({ to }) => to)) };
}

function contains({ from, to, hasFrom, hasTo }: Interval, at: number): boolean {
  return (at > from || (at === from && hasFrom)) && (at < to || (at === to && hasTo));
}
