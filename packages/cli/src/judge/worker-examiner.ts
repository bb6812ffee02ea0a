import { MessageChannel, type MessagePort, receiveMessageOnPort, Worker } from 'node:worker_threads';
import type { FileSettings, LinterOptions, SourceFile } from '@podlint/engine';
import { fileOfTool } from '../tool-files.js';
import type { Conclusion, Examiner } from './examiner.js';

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

export interface WorkerFile {
  readonly source: SourceFile;
  readonly settings: FileSettings;
}

export type WorkerTask =
  | { readonly task: 'facts'; readonly files: readonly WorkerFile[] }
  | { readonly task: 'conclusions'; readonly files: readonly (WorkerFile & Pick<Conclusion, 'found'>)[] };

export type WorkerAnswer = { readonly answers: readonly string[] } | { readonly error: unknown };

export interface WorkerStart {
  readonly options: Pick<LinterOptions, 'kubernetesVersions' | 'inlineConfig'>;
  readonly port: MessagePort;
  /** Counts the answers of all threads, for whoever waits for the next. */
  readonly answered: Int32Array;
}

/** In several threads, for which the calling one waits. A file goes to the thread again that has examined it. */
export class WorkerExaminer implements Examiner {
  private readonly answered = new Int32Array(new SharedArrayBuffer(4));
  private readonly threads: readonly Thread[];
  private threadOf = new Map<string, Thread>();

  constructor(
    count: number,
    options: WorkerStart['options'],
    private readonly settingsFor: (path: string) => FileSettings,
  ) {
    this.threads = Array.from({ length: count }, () => new Thread({ options, answered: this.answered }));
  }

  facts(sources: readonly SourceFile[]): readonly string[] {
    this.threadOf = new Map();
    const batches = inBatches(
      sources.map((source) => this.assigned(source)),
      () => undefined,
    );
    return this.answer(batches, (files) => ({ task: 'facts', files }));
  }

  conclusions(asked: readonly Conclusion[]): readonly string[] {
    const batches = inBatches(
      asked.map(({ source, found }) => ({ ...this.assigned(source), found })),
      ({ source }) => this.threadOf.get(source.path),
    );
    return this.answer(batches, (files) => ({ task: 'conclusions', files }));
  }

  close(): void {
    for (const thread of this.threads) thread.close();
  }

  /** With its text as it is now: what is read when it is asked for does not pass to another thread. */
  private assigned(source: SourceFile): WorkerFile {
    return { source: { ...source }, settings: this.settingsFor(source.path) };
  }

  /** Each thread takes the next batch as it comes free, but those that are meant for another one. */
  private answer<File extends WorkerFile>(
    batches: Batch<File>[],
    taskOf: (files: readonly File[]) => WorkerTask,
  ): readonly string[] {
    const answers: string[] = [];
    const busy = new Map<Thread, Batch<File>>();
    for (;;) {
      for (const thread of this.threads) if (!busy.has(thread)) this.begin(thread, batches, busy, taskOf);
      if (busy.size === 0) return answers;
      for (const [thread, made] of this.nextAnswers([...busy.keys()])) {
        busy.get(thread)!.files.forEach(({ index }, position) => (answers[index] = made[position]!));
        busy.delete(thread);
      }
    }
  }

  private begin<File extends WorkerFile>(
    thread: Thread,
    batches: Batch<File>[],
    busy: Map<Thread, Batch<File>>,
    taskOf: (files: readonly File[]) => WorkerTask,
  ): void {
    const at = batches.findIndex((candidate) => candidate.thread === undefined || candidate.thread === thread);
    const [batch] = at < 0 ? [] : batches.splice(at, 1);
    if (!batch) return;
    for (const { file } of batch.files) this.threadOf.set(file.source.path, thread);
    thread.send(taskOf(batch.files.map(({ file }) => file)));
    busy.set(thread, batch);
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

/** Files with their places among all, for one thread or for any. */
interface Batch<File> {
  readonly thread: Thread | undefined;
  readonly files: { readonly file: File; readonly index: number }[];
}

function inBatches<File>(files: readonly File[], threadFor: (file: File) => Thread | undefined): Batch<File>[] {
  const batches: Batch<File>[] = [];
  const open = new Map<Thread | undefined, Batch<File>>();
  files.forEach((file, index) => {
    const thread = threadFor(file);
    let batch = open.get(thread);
    if (!batch || batch.files.length === batchSize) {
      batch = { thread, files: [] };
      batches.push(batch);
      open.set(thread, batch);
    }
    batch.files.push({ file, index });
  });
  return batches;
}

/** A worker thread that does one task after another. */
class Thread {
  private readonly worker: Worker;
  private readonly port: MessagePort;

  constructor(start: Omit<WorkerStart, 'port'>) {
    const { port1, port2 } = new MessageChannel();
    this.port = port1;
    this.worker = new Worker(fileOfTool('judge-worker.js'), {
      workerData: { ...start, port: port2 } satisfies WorkerStart,
      transferList: [port2],
    });
    this.worker.unref();
  }

  send(task: WorkerTask): void {
    this.port.postMessage(task);
  }

  /** The answers, if they are there. */
  take(): readonly string[] | undefined {
    const received = receiveMessageOnPort(this.port) as { message: WorkerAnswer } | undefined;
    if (!received) return undefined;
    if ('error' in received.message) throw received.message.error;
    return received.message.answers;
  }

  close(): void {
    this.port.close();
    void this.worker.terminate();
  }
}
