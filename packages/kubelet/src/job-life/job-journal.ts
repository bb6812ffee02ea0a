import { own, setOwn } from '@podlint/plain';
import type { JobVerdict } from '../job/index.js';
import { hundredths } from './hundredths.js';
import type { JobStatusEvent } from './job-life.js';

type Fields = Record<string, string | number | null>;

const counters = [
  'active',
  'ready',
  'terminating',
  'succeeded',
  'failed',
  'completedIndexes',
  'failedIndexes',
] as const;

/** Writes down what becomes of a Job's status. */
export class JobJournal {
  readonly events: JobStatusEvent[] = [];
  #before: Readonly<Fields> = {};

  /** The Job is removed, and its Pods with it. */
  noteGone(t: number): void {
    this.events.push({ t: hundredths(t), job: { gone: 'ttlSecondsAfterFinished' } });
  }

  /** Whether there is anything new. */
  noteStatus(t: number, verdict: JobVerdict): boolean {
    const fields = fieldsOf(verdict);
    const changes: Fields = {};
    for (const [field, value] of Object.entries(fields))
      if (own(this.#before, field) !== value) setOwn(changes, field, value);
    for (const field of Object.keys(this.#before)) if (!Object.hasOwn(fields, field)) setOwn(changes, field, null);
    this.#before = fields;
    if (Object.keys(changes).length === 0) return false;
    this.events.push({ t: hundredths(t), job: changes });
    return true;
  }
}

/** A counter that is 0 from the beginning is no news. */
function fieldsOf(verdict: JobVerdict): Fields {
  const fields: Fields = {};
  for (const field of counters) {
    const value = verdict[field];
    if (value) fields[field] = value;
  }
  for (const { type, status, reason } of verdict.conditions)
    setOwn(fields, `condition ${type}`, reason ? `${status} ${reason}` : status);
  return fields;
}
