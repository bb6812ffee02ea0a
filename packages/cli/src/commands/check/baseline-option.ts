import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseBaseline } from '@podlint/engine/baseline';
import { baselineName } from '@podlint/workspace';
import type { Arguments } from '../../command-line/options.js';
import { UsageError } from '../../command-line/usage-error.js';
import type { checkOptionTable } from './option-table.js';

export interface BaselineOption {
  readonly file: string;
  /** `write`: what is found today becomes the baseline. */
  readonly mode: 'read' | 'write';
  /** The commit that has it, such as `origin/main`; undefined: it is read from the disk. */
  readonly commit?: string;
}

type CheckArguments = Arguments<keyof typeof checkOptionTable>;

interface PathsAndBaseline {
  readonly paths: readonly string[];
  /** Undefined: nothing is set aside. */
  readonly baseline?: BaselineOption;
}

/** A baseline is of a whole run, with the files as they are. */
const othersThanWholeRuns = ['fix', 'fix-unsafe', 'fix-dry-run', 'changed', 'shard'] as const;

/**
 * `--baseline FILE`, `--write-baseline[=FILE]`, and `--write-baseline FILE` where that is no path to check; the paths
 * are without it. Throws UsageError.
 * @param configured the baseline of the config
 */
export function pathsAndBaseline(
  given: CheckArguments,
  paths: readonly string[],
  cwd: string,
  configured: string | undefined,
): PathsAndBaseline {
  const commit = given.value('baseline-from');
  const named = given.value('baseline') ?? configured ?? (commit === undefined ? undefined : baselineName);
  if (commit !== undefined && given.has('write-baseline'))
    throw new UsageError('--write-baseline and --baseline-from do not go together: a commit is not written to');
  if (!given.has('write-baseline'))
    return named === undefined
      ? { paths }
      : { paths, baseline: { file: named, mode: 'read', ...(commit !== undefined && { commit }) } };
  const other = othersThanWholeRuns.find((name) => given.has(name));
  if (other !== undefined)
    throw new UsageError(
      `--write-baseline and --${other} do not go together: a baseline is written of all files, as they are`,
    );
  const behind = given.value('write-baseline') === '' ? fileBehind(given, cwd) : undefined;
  const file = behind ?? (given.value('write-baseline') || named || baselineName);
  return {
    paths: paths.filter((_, index) => behind === undefined || index !== paths.indexOf(behind)),
    baseline: { file, mode: 'write' },
  };
}

/**
 * The argument behind the option, when it can be nothing else than its value: it is a baseline already, or no file yet.
 */
function fileBehind(given: CheckArguments, cwd: string): string | undefined {
  const next = given.behind('write-baseline');
  return next?.endsWith('.json') && canBeBaseline(path.resolve(cwd, next)) ? next : undefined;
}

function canBeBaseline(absolute: string): boolean {
  try {
    if (existsSync(absolute)) parseBaseline(readFileSync(absolute, 'utf8'));
    return true;
  } catch {
    return false;
  }
}
