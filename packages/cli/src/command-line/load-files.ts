import { type LoadOptions, type LoadedFile, type LoadedFiles, loadFiles } from '@podlint/workspace';
import { loadLateChecks } from '../judge/late-checks.js';
import type { Console } from './console.js';
import { UsageError } from './usage-error.js';

export interface PathOptions {
  readonly paths: readonly string[];
  readonly ignore?: readonly string[] | undefined;
  /** Whether a config leaves a file out, by its absolute path. */
  readonly isIgnored?: ((absolute: string) => boolean) | undefined;
  /** What standard input is called in the report. */
  readonly stdinPath?: string | undefined;
  /** Default: held. */
  readonly longTexts?: LoadOptions['longTexts'] | undefined;
  /** Reads a file in another way than from the disk. */
  readonly read?: LoadOptions['read'] | undefined;
}

/** The files that the user names. Throws UsageError for what is not there or cannot be read. */
export async function loadNamed(
  { paths, ignore, isIgnored, read, stdinPath = '<stdin>', longTexts }: PathOptions,
  console: Console,
): Promise<Omit<LoadedFiles, 'problems'>> {
  const { problems, ...found } = await loadFiles(paths, {
    cwd: console.cwd,
    ignore,
    isIgnored,
    read,
    longTexts,
    stdin: {
      get stream() {
        return console.stdin;
      },
      path: stdinPath,
    },
  });
  const [first, ...more] = problems.map((problem) => problem.message);
  if (first !== undefined) throw new UsageError(first, ...more);
  await loadChecksOf(found.files);
  return found;
}

async function loadChecksOf(files: readonly LoadedFile[]): Promise<void> {
  if (files.some(({ needs }) => needs?.lateChecks)) await loadLateChecks();
}
