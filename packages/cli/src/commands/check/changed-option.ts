import { existsSync } from 'node:fs';
import path from 'node:path';
import type { Arguments } from '../../command-line/options.js';
import { UsageError } from '../../command-line/usage-error.js';
import type { checkOptionTable } from './option-table.js';

/** Which files a run is about, as git knows them. */
export interface ChangedOption {
  /** Undefined: the default branch. */
  readonly ref?: string | undefined;
}

interface PathsAndChanges {
  readonly paths: readonly string[];
  readonly changed?: ChangedOption;
}

/**
 * `--changed`, `--changed=REF`, and `--changed REF` where that is no path; the paths are without it. Throws UsageError.
 */
export function pathsAndChanges(given: Arguments<keyof typeof checkOptionTable>, cwd: string): PathsAndChanges {
  const paths = given.positionals;
  if (!given.has('changed')) return { paths };
  if (paths.includes('-')) throw new UsageError('--changed chooses among files, and stdin is none');
  const ref = given.value('changed') || undefined;
  const next = given.behind('changed');
  if (ref !== undefined || next === undefined || isPath(next, cwd)) return { paths, changed: { ref } };
  return { paths: paths.filter((_, index) => index !== paths.indexOf(next)), changed: { ref: next } };
}

function isPath(text: string, cwd: string): boolean {
  return text === '' || /[*?[\]{}]/.test(text) || existsSync(path.resolve(cwd, text));
}
