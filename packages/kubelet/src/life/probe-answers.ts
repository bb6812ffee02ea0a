import { type Micros, micros } from './clock.js';
import { probeTime } from './probe-streak.js';
import type { RuntimeRecord } from './runtime.js';

export type Answer = 'success' | 'failure';

/** Undefined: the container is gone, and the result is thrown away. */
export function answerOf(record: RuntimeRecord | undefined, now: Micros): Answer | undefined {
  if (record?.seen.state !== 'running') return undefined;
  const { answersAfter = 0, answersUntil = Infinity } = record.run;
  const running = now - record.startedAt;
  return running >= micros(answersAfter) && running < micros(answersUntil) ? 'success' : 'failure';
}

/** The first moment at which a probe that begins has another answer than one that ends now. */
export function nextChange(record: RuntimeRecord, now: Micros, answer: Answer): Micros {
  const { answersAfter = 0, answersUntil = Infinity } = record.run;
  const change = record.startedAt + micros(answer === 'success' ? answersUntil : answersAfter);
  return change > now ? change - probeTime : Infinity;
}
