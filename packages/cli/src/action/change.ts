import { appendFileSync, existsSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { summaryLimit } from '@podlint/reporters';
import { writeProblem } from '@podlint/workspace';
import { complain } from '../command-line/complain.js';
import type { Console } from '../command-line/console.js';
import type { ExitCode } from '../command-line/exit-code.js';
import { main } from '../main.js';

/** What came of `podlint diff` in a step. */
interface ToldChange {
  readonly code: ExitCode;
  /** The comment, where there is one. */
  readonly file: string | undefined;
}

/** Says in the log and in the summary of the job what a change does. */
export async function tellChange(args: readonly string[], folder: string, console: Console): Promise<ToldChange> {
  const file = path.join(folder, 'diff.md');
  const code = await main(['diff', '--format=text', `--format=markdown=${file}`, ...args], console);
  if (!existsSync(file)) return { code, file: undefined };
  addToSummary(readFileSync(file, 'utf8'), console);
  return { code, file };
}

/** The log has it too, so that a summary that cannot be written is no failure. */
function addToSummary(text: string, console: Console): void {
  const file = console.environment.GITHUB_STEP_SUMMARY;
  if (!file) return;
  try {
    const used = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
    if (used + Buffer.byteLength(text) <= summaryLimit) appendFileSync(file, text);
  } catch (error) {
    complain(console, [`the job summary cannot be written to "${file}" (GITHUB_STEP_SUMMARY): ${writeProblem(error)}`]);
  }
}
