import { realpathSync } from 'node:fs';
import path from 'node:path';
import type { Linter, Report, SourceFile } from '@podlint/engine';
import { cleanUp, type LoadedFile, replaceText } from '@podlint/workspace';
import { wantsColors } from '../../command-line/colors.js';
import { complain } from '../../command-line/complain.js';
import type { Console } from '../../command-line/console.js';
import { type FixedFile, type FixedRun, fixTexts } from './fix-texts.js';
import type { CheckOptions } from './check-options.js';
import { writeReports } from './output.js';
import { unifiedDiff } from './preview.js';
import { withProgress } from './progress.js';

/** Prints what the fixes would change. Nothing was changed, so the report is that of the files as they are. */
export async function previewFixes(
  files: readonly LoadedFile[],
  linter: Linter,
  options: CheckOptions,
  console: Console,
): Promise<Report> {
  const run = await runFixes(files, linter, options, console);
  console.stdout.write(unifiedDiff(run.changed, wantsColors(options.colors, console.environment, console.stdout)));
  console.stderr.write(fixCount(run.changed, 'would go into'));
  await writeReports(
    run.before,
    files.map((file) => file.source),
    options,
    console,
    console.stdout,
  );
  return run.before;
}

/**
 * Fixes files where they are. What came from standard input goes to standard output when it is fixed, and the report
 * gives way to stderr.
 * Undefined when a file could not be written; the report is then that of the files as they are on disk.
 */
export async function fixFiles(
  files: readonly LoadedFile[],
  linter: Linter,
  options: CheckOptions,
  console: Console,
): Promise<Report | undefined> {
  const run = await runFixes(files, linter, options, console);
  const stdin = run.files[files.findIndex((file) => file.absolute === undefined)];
  if (stdin && 'text' in stdin) console.stdout.write(stdin.text);
  const failures = writeChanged(run, files);
  complain(
    console,
    [...failures].map(([path, reason]) => `"${path}" is not fixed: ${reason}`),
  );
  console.stderr.write(
    fixCount(
      run.changed.filter((file) => !failures.has(file.path)),
      'went into',
    ),
  );
  const left = failures.size === 0 ? run.files : asOnDisk(run, files, failures);
  const report = failures.size === 0 ? run.after : linter.lint(left);
  await writeReports(report, left, options, console, stdin ? console.stderr : console.stdout);
  return failures.size === 0 ? report : undefined;
}

function runFixes(
  files: readonly LoadedFile[],
  linter: Linter,
  { fix }: CheckOptions,
  console: Console,
): Promise<FixedRun> {
  return withProgress(console.stderr, files.length, () =>
    fixTexts(
      files.map((file) => file.source),
      linter,
      fix?.safety ?? 'safe',
    ),
  );
}

/** Writes every changed file that is one, and returns the reasons of those that could not be written by their paths. */
function writeChanged({ changed }: FixedRun, files: readonly LoadedFile[]): Map<string, string> {
  const places = new Map(files.map((file) => [file.source.path, file.absolute]));
  const failures = new Map<string, string>();
  for (const { path, before, after } of changed) {
    const absolute = places.get(path);
    const result = absolute === undefined ? { written: true as const } : replaceText(absolute, before, after);
    if (!result.written) failures.set(path, result.reason);
  }
  return failures;
}

/**
 * Removes what runs that were ended left beside files. True: some of the files have their old text again, and have to be
 * read once more.
 */
export function cleanUpBeside(files: readonly LoadedFile[]): boolean {
  const folders = new Set(
    files.flatMap(({ absolute }) => (absolute === undefined ? [] : path.dirname(realpathSync(absolute)))),
  );
  return [...folders].filter((folder) => cleanUp(folder)).length > 0;
}

function asOnDisk(run: FixedRun, files: readonly LoadedFile[], failures: ReadonlyMap<string, string>): SourceFile[] {
  return run.files.map((file, index) => (failures.has(file.path) ? files[index]!.source : file));
}

function fixCount(changed: readonly FixedFile[], went: string): string {
  const fixes = changed.reduce((sum, file) => sum + file.applied, 0);
  return fixes === 0
    ? 'Nothing to fix.\n'
    : `${plural(fixes, 'fix', 'fixes')} ${went} ${plural(changed.length, 'file', 'files')}.\n`;
}

function plural(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`;
}
