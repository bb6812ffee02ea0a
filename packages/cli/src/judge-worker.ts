/** What a worker thread runs: it examines files, and says what there is to say of them. */
import { workerData } from 'node:worker_threads';
import { createStagedLinterWith, type FileSettings } from '@podlint/engine';
import { catalogue } from '@podlint/rules';
import { FileExaminer } from './judge/examiner.js';
import type { WorkerAnswer, WorkerStart, WorkerTask } from './judge/worker-examiner.js';

const { options, port, answered } = workerData as WorkerStart;
const settings = new Map<string, FileSettings>();
const linter = createStagedLinterWith(catalogue, { ...options, settingsFor: (path) => settings.get(path) ?? {} });
const examiner = new FileExaminer(linter);

port.on('message', (work: WorkerTask) => {
  port.postMessage(answer(work));
  Atomics.add(answered, 0, 1);
  Atomics.notify(answered, 0);
});

function answer(work: WorkerTask): WorkerAnswer {
  try {
    for (const file of work.files) settings.set(file.source.path, file.settings);
    return {
      answers:
        work.task === 'facts'
          ? work.files.map(({ source }) => examiner.facts(source))
          : work.files.map((file) => examiner.conclusion(file)),
    };
  } catch (error) {
    return { error };
  }
}
