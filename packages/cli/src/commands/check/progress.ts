import type { Output } from '../../command-line/console.js';

/** Runs of fewer files are over before a line could be read. */
const longRun = 500;

/** Says on a terminal that a long run is under way, for as long as it takes. */
export async function withProgress<T>(output: Output, files: number, work: () => T | Promise<T>): Promise<T> {
  if (!output.isTerminal || files < longRun) return work();
  output.write(`Checking ${files} files ...`);
  try {
    return await work();
  } finally {
    output.write('\r\u001b[K');
  }
}
