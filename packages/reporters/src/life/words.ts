import { jobEventWords } from './job-event-words.js';
import { jobCaution, jobSentence } from './job-words.js';
import { podCaution, podEventWords, podSentence } from './pod-words.js';
import type { ToldLife } from './told-life.js';

/** What happens, when, and to whom. */
export interface ToldEvent {
  readonly range: { readonly from: number; readonly to?: number };
  readonly t: number;
  readonly who: string;
  readonly what: string;
}

/** What becomes of the Pod, or the Job, in a sentence or two. */
export function lifeSentence(life: ToldLife): string {
  return life.of === 'job' ? jobSentence(life) : podSentence(life);
}

/** How sure the moments are, and for which Kubernetes. */
export function cautionOf({ of }: ToldLife): string {
  return of === 'job' ? jobCaution : podCaution;
}

/** The events in words, but for details that only the data tells. */
export function toldEvents(life: ToldLife): ToldEvent[] {
  if (life.of === 'job') return life.events.flatMap((event) => told(event, jobEventWords(event)));
  return life.events.flatMap((event) => told(event, podEventWords(event, life)));
}

function told(
  { t, range }: Pick<ToldEvent, 't' | 'range'>,
  words: Pick<ToldEvent, 'who' | 'what'> | undefined,
): ToldEvent[] {
  return words ? [{ t, range, ...words }] : [];
}
