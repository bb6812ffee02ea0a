import { existsSync } from 'node:fs';
import path from 'node:path';
import type { ChangeSubject } from '@podlint/reporters/change';
import { isCommit, whyUnknown, type Compared } from '@podlint/workspace';
import { UsageError } from '../../command-line/usage-error.js';

/** The names on the command line, and how many of them stand behind `--`. */
export interface Names {
  readonly names: readonly string[];
  readonly behindDashes: number;
}

/**
 * The first name is a commit, or a range of them, where git knows one of that name; all others are paths.
 * @throws UsageError for a name that is both, as git does
 */
export function namesOf({ names, behindDashes }: Names, cwd: string): { ref?: string; paths: readonly string[] } {
  const before = names.slice(0, names.length - behindDashes);
  const behind = names.slice(names.length - behindDashes);
  const [first, ...others] = before;
  if (first === undefined) return { paths: behind };
  const isPath = first === '.' || existsSync(path.resolve(cwd, first));
  const isRef = first !== '.' && isCommit(cwd, first);
  if (isPath && isRef && behindDashes === 0)
    throw new UsageError(
      `"${first}" is a commit and a path: write podlint diff ${first} --, or podlint diff -- ${first}`,
    );
  if (isRef) return { ref: first, paths: [...others, ...behind] };
  if (isPath || looksLikeGlob(first)) return { paths: [...before, ...behind] };
  throw new UsageError(`git knows no commit "${first}", and there is no such path${whyUnknown(cwd, first)}`);
}

function looksLikeGlob(text: string): boolean {
  return /[*?[\]{}]/.test(text);
}

/** `main (8c1f0a2b3c)` */
export function subjectOf({ old, now }: Compared): ChangeSubject {
  return { before: named(old), now: now && named(now) };
}

function named({ name, id }: Compared['old']): string {
  const short = id.slice(0, 10);
  return name === '' || id.startsWith(name) ? short : `${name} (${short})`;
}
