import { type Linter, type Report, type Safety, type SourceFile, applyFixes } from '@podlint/engine';

/**
 * A fix can uncover the next finding, and of fixes that touch one another only one goes in at a time; a set that never
 * comes to rest is cut off here.
 */
const maximumRounds = 100;

export interface FixedFile {
  readonly path: string;
  readonly before: string;
  readonly after: string;
  /** How many fixes went in. */
  readonly applied: number;
}

export interface FixedRun {
  /** What was found before anything was fixed. */
  readonly before: Report;
  /** What is left. */
  readonly after: Report;
  readonly files: readonly SourceFile[];
  readonly changed: readonly FixedFile[];
}

/**
 * Fixes texts until no fix is left, linting them all again after each round, since a fix in one file can settle a
 * finding in another.
 */
export function fixTexts(original: readonly SourceFile[], linter: Linter, safety: Safety): FixedRun {
  const before = linter.lint(original);
  let results = original.map((file): FixResult => ({ file, applied: 0 }));
  let after = before;
  for (let round = 0; round < maximumRounds; round++) {
    const next = fixOnce(results, after, safety);
    if (next.every((result, index) => result === results[index])) break;
    results = next;
    after = linter.lint(results.map((result) => result.file));
  }
  return {
    before,
    after,
    files: results.map((result) => result.file),
    changed: results.flatMap((result, index) => fixedFile(original[index]!, result)),
  };
}

/** A file after some rounds, and how many fixes went in so far. */
interface FixResult {
  readonly file: SourceFile;
  readonly applied: number;
}

/** The same result, not an equal one, stands for a file that had nothing to fix. */
function fixOnce(results: readonly FixResult[], report: Report, safety: Safety): FixResult[] {
  const reported = new Map(report.files.map((file) => [file.path, file.diagnostics]));
  return results.map((result) => {
    const { file } = result;
    if (!('text' in file)) return result;
    const { text, applied } = applyFixes(file.text, reported.get(file.path) ?? [], safety);
    return text === file.text ? result : { file: { path: file.path, text }, applied: result.applied + applied };
  });
}

function fixedFile(original: SourceFile, { file, applied }: FixResult): FixedFile[] {
  return 'text' in file && 'text' in original && file.text !== original.text
    ? [{ path: file.path, before: original.text, after: file.text, applied }]
    : [];
}
