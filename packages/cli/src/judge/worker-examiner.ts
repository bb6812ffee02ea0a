import { examinedFromJson, type ExaminedFile, type Examinations, type Examiner } from '@podlint/engine';
import { Thread } from './thread.js';
import type { WorkerStart } from './worker-protocol.js';

/**
 * So many files go to a thread at a time: few enough that none waits long for the slowest, many enough that messages
 * cost nothing.
 */
const batchSize = 64;
/**
 * Milliseconds without a word from any thread after which nobody waits for one: it is lost, with memory that ran out,
 * say.
 */
const patience = 120_000;

/** In several threads, for which the calling one waits. */
export class WorkerExaminer implements Examiner {
  /** Long enough that no thread is idle for long at its end. */
  readonly turn: number;
  private readonly answered = new Int32Array(new SharedArrayBuffer(4));
  private readonly threads: readonly Thread[];

  constructor(count: number, options: WorkerStart['options'], known: WorkerStart['known']) {
    this.turn = 16 * batchSize * count;
    this.threads = Array.from({ length: count }, () => new Thread({ options, known, answered: this.answered }));
  }

  examine({ files, collecting, details }: Examinations): readonly ExaminedFile[] {
    // With their texts as they are now: what is read when it is asked for does not pass to another thread.
    const plain = files.map(({ source, settings }) => ({ source: { ...source }, settings }));
    const batches: Batch[] = [];
    for (let first = 0; first < plain.length; first += batchSize)
      batches.push({ first, task: { files: plain.slice(first, first + batchSize), collecting, details } });
    return this.answer(batches);
  }

  close(): void {
    for (const thread of this.threads) thread.close();
  }

  /** Each thread takes the next batch as it comes free. */
  private answer(batches: readonly Batch[]): readonly ExaminedFile[] {
    const answers: ExaminedFile[] = [];
    const busy = new Map<Thread, Batch>();
    const waiting = [...batches];
    for (;;) {
      for (const thread of this.threads) {
        const batch = busy.has(thread) ? undefined : waiting.shift();
        if (!batch) continue;
        thread.send(batch.task);
        busy.set(thread, batch);
      }
      if (busy.size === 0) return answers;
      for (const [thread, made] of this.nextAnswers([...busy.keys()])) {
        const first = busy.get(thread)?.first ?? 0;
        made.forEach((text, index) => (answers[first + index] = examinedFromJson(text)));
        busy.delete(thread);
      }
    }
  }

  private nextAnswers(threads: readonly Thread[]): [Thread, readonly string[]][] {
    for (;;) {
      const before = Atomics.load(this.answered, 0);
      const made = threads.flatMap((thread): [Thread, readonly string[]][] => {
        const answers = thread.take();
        return answers ? [[thread, answers]] : [];
      });
      if (made.length > 0) return made;
      if (Atomics.wait(this.answered, 0, before, patience) === 'timed-out')
        throw new Error('a worker thread is lost; run again with --jobs 1');
    }
  }
}

/** Files that go to a thread together. */
interface Batch {
  /** The place of the first one among all. */
  readonly first: number;
  readonly task: Examinations;
}
