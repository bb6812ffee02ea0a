import type { Span } from './interval.js';
import { second } from './worker.js';

/**
 * From the earliest to the latest moment, in seconds after the container's start; no lead reaches beyond, and some come
 * within a millisecond of either.
 */
export interface TimeWindow {
  readonly earliest: number;
  readonly latest: number;
}

/** When something happens. */
export interface EventWindow extends TimeWindow {
  /** Whether it happens whatever the lead; otherwise it does under some leads only. */
  readonly always: boolean;
}

export function inSeconds({ from, to }: Span): TimeWindow {
  return { earliest: from / second, latest: to / second };
}

export function eventIn(span: Span | undefined, always: boolean): EventWindow | undefined {
  return span && { ...inSeconds(span), always };
}
