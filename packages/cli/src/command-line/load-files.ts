import { type LoadedFile, loadFiles } from '@podlint/workspace';
import type { Console } from './console.js';
import { UsageError } from './usage-error.js';

export interface PathOptions {
  readonly paths: readonly string[];
  readonly ignore?: readonly string[];
  /** Whether a config leaves a file out, by its absolute path. */
  readonly isIgnored?: (absolute: string) => boolean;
  /** What standard input is called in the report. */
  readonly stdinPath?: string;
}

/** The files that the user names. Throws UsageError for what is not there or cannot be read. */
export async function loadNamed({ paths, ignore, isIgnored, stdinPath = '<stdin>' }: PathOptions, console: Console): Promise<readonly LoadedFile[]> {
  const { files, problems } = await loadFiles(paths, { cwd: console.cwd, ignore, isIgnored, stdin: { stream: console.stdin, path: stdinPath } });
  const [first, ...more] = problems.map((problem) => problem.message);
  if (first !== undefined) throw new UsageError(first, ...more);
  return files;
}
