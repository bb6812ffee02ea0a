import type { JobLifeEvent } from './job-life.js';

/** At one moment: what the controller hears, what it writes, and then what it does. */
export function inOrder(events: readonly JobLifeEvent[]): JobLifeEvent[] {
  const done = new Set<string>();
  for (const event of events)
    if ('event' in event && (event.event === 'created' || event.event === 'deleted'))
      done.add(`${event.pod} ${event.t}`);
  const rank = (event: JobLifeEvent) => ('job' in event ? 1 : done.has(`${event.pod} ${event.t}`) ? 2 : 0);
  return events.toSorted((a, b) => a.t - b.t || rank(a) - rank(b));
}
