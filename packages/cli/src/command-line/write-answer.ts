import path from 'node:path';
import { WholeFile, writeProblem } from '@podlint/workspace';
import type { Output } from './console.js';
import { UsageError } from './usage-error.js';

/** A file that is written piece by piece; until its end it is what it was. */
export interface OpenAnswer extends Pick<Output, 'write' | 'flushed'> {
  end(): void;
}

/**
 * Writes what a command has to say into a file that the user named: all of it, or nothing.
 * @throws UsageError if that cannot be
 */
export function writeAnswer(what: string, file: string, text: string, cwd: string): void {
  const answer = openAnswer(what, file, cwd);
  answer.write(text);
  answer.end();
}

/**
 * The same for what is written piece by piece, as it comes.
 * @throws UsageError if that cannot be, now or later
 */
export function openAnswer(what: string, file: string, cwd: string): OpenAnswer {
  const attempt = <T>(step: () => T): T => {
    try {
      return step();
    } catch (error) {
      throw new UsageError(`the ${what} cannot be written to "${file}": ${writeProblem(error)}`);
    }
  };
  const target = attempt(() => new WholeFile(path.resolve(cwd, file)));
  return {
    write: (text) => {
      attempt(() => {
        target.write(text);
      });
    },
    flushed: () => Promise.resolve(true),
    end: () => {
      attempt(() => {
        target.end();
      });
    },
  };
}
