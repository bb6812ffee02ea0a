// A thread that lets recheck look at regular expressions, and answers with what it says of each: its status and its
// complexity.
import { createRequire } from 'node:module';
import path from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';

process.env.RECHECK_BACKEND = 'pure';
const { folder, expressions } = workerData;
const { checkSync } = createRequire(path.join(folder, 'package.json'))('recheck');

parentPort.postMessage(
  expressions.map(({ source, flags }) => {
    const { status, complexity } = checkSync(source, flags, { checker: 'automaton', timeout: 5000 });
    return { status, degree: complexity?.degree, summary: complexity?.summary };
  }),
);
