/** What a worker thread runs: it examines files. */
import { workerData } from 'node:worker_threads';
import { createExaminerWith, examinedToJson } from '@podlint/engine';
import { catalogue } from '@podlint/rules';
import { loadResources } from '@podlint/workspace/known-objects';
import { loadLateChecksFor, loadRulesOf } from './judge/late-checks.js';
import type { WorkerAnswer, WorkerStart, WorkerTask } from './judge/worker-protocol.js';

const { options, known, port, answered } = workerData as WorkerStart;
const customResources = known === undefined ? undefined : await loadResources(known);
const examiner = createExaminerWith(catalogue, options, customResources);

port.on('message', (task: WorkerTask) => {
  void prepared(task).then(() => {
    port.postMessage(answer(task));
    Atomics.add(answered, 0, 1);
    Atomics.notify(answered, 0);
  });
});

async function prepared({ files }: WorkerTask): Promise<void> {
  await loadLateChecksFor(files.map(({ source }) => ('text' in source ? source.text : '')));
  await loadRulesOf(files.map(({ settings }) => settings));
}

function answer(task: WorkerTask): WorkerAnswer {
  try {
    return { answers: examiner.examine(task).map(examinedToJson) };
  } catch (error) {
    return { error };
  }
}
