import { GitError, changesSince, type Changes, type LoadedFile } from '@podlint/workspace';
import type { Console } from '../../command-line/console.js';
import { type Prepared, seeing } from '../../command-line/prepare.js';
import { UsageError } from '../../command-line/usage-error.js';
import type { CheckOptions } from './check-options.js';
import { isInShard } from './shard.js';

/** What a choice goes by. */
type NamedFile = Pick<LoadedFile, 'absolute'> & { readonly source: { readonly path: string } };

/**
 * Chooses the files that are reported on; the linter goes on to see the others, since what is wrong may lie between two
 * files. Throws UsageError.
 */
export function select(prepared: Prepared, options: CheckOptions, console: Console): Prepared {
  return selectShard(selectChanged(prepared, options, console), options, console);
}

function selectChanged(prepared: Prepared, { changed, detail }: CheckOptions, { cwd, stderr }: Console): Prepared {
  if (!changed) return prepared;
  const changes = changesOf(cwd, changed.ref);
  const chosen = partition(prepared, isChanged(changes));
  const since = changes.since === undefined ? '' : ` since ${changes.since}`;
  if (detail !== 'quiet')
    stderr.write(
      count(chosen) === 0
        ? `Nothing changed${since}.\n`
        : `Changed${since}: ${count(chosen)} of ${count(prepared)} files.\n`,
    );
  return chosen;
}

function selectShard(prepared: Prepared, { shard, detail }: CheckOptions, { stderr }: Console): Prepared {
  if (!shard) return prepared;
  const chosen = partition(prepared, ({ source }) => isInShard(source.path, shard));
  if (detail !== 'quiet')
    stderr.write(`Shard ${shard.index}/${shard.count}: ${count(chosen)} of ${count(prepared)} files.\n`);
  return chosen;
}

function count({ files, longFiles }: Prepared): number {
  return files.length + longFiles.length;
}

function changesOf(cwd: string, ref: string | undefined): Changes {
  try {
    return changesSince(cwd, ref);
  } catch (error) {
    throw asUsage(error);
  }
}

function isChanged(changes: Changes): (file: NamedFile) => boolean {
  return ({ absolute }) => {
    try {
      return absolute !== undefined && changes.has(absolute);
    } catch (error) {
      throw asUsage(error);
    }
  };
}

function asUsage(error: unknown): unknown {
  return error instanceof GitError ? new UsageError(error.message) : error;
}

function partition(prepared: Prepared, isChosen: (file: NamedFile) => boolean): Prepared {
  const { files, longFiles, linter } = prepared;
  const chosen = files.filter(isChosen);
  const seen = new Set(chosen);
  const others = files.filter((file) => !seen.has(file)).map((file) => file.source);
  return {
    ...prepared,
    files: chosen,
    longFiles: longFiles.filter(isChosen),
    linter: seeing(linter, others),
  };
}
