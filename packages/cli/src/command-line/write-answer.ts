import { openSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { writeProblem } from '@podlint/workspace';
import type { Output } from './console.js';
import { UsageError } from './usage-error.js';

/**
 * Writes what a command has to say into a file that the user named.
 * @throws UsageError if that cannot be
 */
export function writeAnswer(what: string, file: string, text: string, cwd: string): void {
  attempt(what, file, () => writeFileSync(path.resolve(cwd, file), text));
}

/**
 * The same for what is written piece by piece, as it comes.
 * @throws UsageError if that cannot be, now or at a later piece
 */
export function openAnswer(what: string, file: string, cwd: string): Pick<Output, 'write' | 'flushed'> {
  const descriptor = attempt(what, file, () => openSync(path.resolve(cwd, file), 'w'));
  return {
    write: (text) => attempt(what, file, () => writeFileSync(descriptor, text)),
    flushed: () => Promise.resolve(true),
  };
}

function attempt<T>(what: string, file: string, write: () => T): T {
  try {
    return write();
  } catch (error) {
    throw new UsageError(`the ${what} cannot be written to "${file}": ${writeProblem(error)}`);
  }
}
