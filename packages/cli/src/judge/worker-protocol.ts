import type { MessagePort } from 'node:worker_threads';
import type { Examinations, LinterOptions } from '@podlint/engine';
import type { KnownObjects } from '@podlint/workspace/known-objects';

export type WorkerTask = Examinations;

/** Examined files as JSON, in the order of the task. */
export type WorkerAnswer = { readonly answers: readonly string[] } | { readonly error: unknown };

export interface WorkerStart {
  readonly options: Pick<LinterOptions, 'kubernetesVersions'>;
  /** Objects by which others are judged; undefined: there are none. */
  readonly known: KnownObjects | undefined;
  readonly port: MessagePort;
  /** Counts the answers of all threads, for whoever waits for the next. */
  readonly answered: Int32Array;
}
