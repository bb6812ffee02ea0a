import type { MessagePort } from 'node:worker_threads';
import type { Examinations, LinterOptions } from '@podlint/engine';

export type WorkerTask = Examinations;

/** Examined files as JSON, in the order of the task. */
export type WorkerAnswer = { readonly answers: readonly string[] } | { readonly error: unknown };

export interface WorkerStart {
  readonly options: Pick<LinterOptions, 'kubernetesVersions'>;
  /** CustomResourceDefinitions, as JSON. */
  readonly definitions: readonly object[];
  readonly port: MessagePort;
  /** Counts the answers of all threads, for whoever waits for the next. */
  readonly answered: Int32Array;
}
