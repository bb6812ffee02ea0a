import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { cleanUp, makeWhole, replaceText, writeProblem } from '@podlint/workspace';
import { UsageError } from '../../command-line/usage-error.js';
import type { Change } from './plan.js';

/** A new file is never written over one that has come in between. Throws UsageError. */
export function writeChange(cwd: string, { path: name, before, after }: Change): void {
  const absolute = path.join(cwd, name);
  const problem = before === undefined ? problemOfNew(absolute, after) : problemOfChanged(absolute, before, after);
  if (problem !== undefined) throw new UsageError(`"${name}" is not written: ${problem}`);
}

function problemOfNew(absolute: string, text: string): string | undefined {
  try {
    const folder = path.dirname(absolute);
    mkdirSync(folder, { recursive: true });
    // What a run left that was ended.
    cleanUp(folder);
    makeWhole(absolute, text);
    return undefined;
  } catch (error) {
    return writeProblem(error);
  }
}

function problemOfChanged(absolute: string, before: string, after: string): string | undefined {
  const result = replaceText(absolute, before, after);
  return result.written ? undefined : result.reason;
}
