import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { writeProblem } from '@podlint/workspace';
import { UsageError } from './usage-error.js';

/**
 * Writes what a command has to say into a file that the user named.
 * @throws UsageError if that cannot be
 */
export function writeAnswer(what: string, file: string, text: string, cwd: string): void {
  try {
    writeFileSync(path.resolve(cwd, file), text);
  } catch (error) {
    throw new UsageError(`the ${what} cannot be written to "${file}": ${writeProblem(error)}`);
  }
}
