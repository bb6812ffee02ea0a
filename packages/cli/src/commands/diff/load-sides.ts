import { existsSync } from 'node:fs';
import path from 'node:path';
import { CommitTree, FileFilter, reasons, Repositories, type LoadedFile } from '@podlint/workspace';
import type { Console } from '../../command-line/console.js';
import { loadNamed } from '../../command-line/load-files.js';
import { UsageError } from '../../command-line/usage-error.js';

/** Which files are compared. */
export interface Filter {
  readonly cwd: string;
  /** Files, folders and globs; empty: the working directory. */
  readonly paths: readonly string[];
  readonly ignore: readonly string[];
  /** Whether a config leaves a file out, by its absolute path. */
  readonly isIgnored: (absolute: string) => boolean;
}

/** The files on the disk. Of what a path names, one of the sides has to have something. */
export async function filesNow(
  { paths, ignore, isIgnored, cwd }: Filter,
  old: CommitTree,
  console: Console,
): Promise<readonly LoadedFile[]> {
  const filter = new FileFilter(paths, { cwd, ignore, isFolder: (name) => old.isFolder(name) });
  const gone = paths.filter((name) => !existsSync(path.resolve(cwd, name)) && filter.isPlain(name));
  for (const name of gone)
    if (!old.holds(name)) throw new UsageError(`no such file or folder, now or before: "${name}"`);
  const left = paths.filter((name) => !gone.includes(name));
  if (paths.length > 0 && left.length === 0) return [];
  try {
    return withoutNested((await loadNamed({ paths: left, ignore, isIgnored }, console)).files, cwd);
  } catch (error) {
    // A folder from which every manifest was taken away.
    if (error instanceof UsageError && old.files((name) => filter.accepts(name)).length > 0) return [];
    throw error;
  }
}

/** A repository within this one is known to its commits by the commit that it was at: none of its files is compared. */
function withoutNested(files: readonly LoadedFile[], cwd: string): LoadedFile[] {
  const repositories = new Repositories(cwd);
  const nested = new Set<string>();
  const own = files.filter(({ absolute }) => {
    const other = absolute === undefined ? undefined : repositories.otherOf(absolute);
    if (other !== undefined) nested.add(path.relative(cwd, other).replaceAll(path.sep, '/'));
    return other === undefined;
  });
  return [
    ...own,
    ...[...nested].map((name): LoadedFile => ({ source: { path: name, skipped: reasons.otherRepository } })),
  ];
}

/**
 * The files of a commit.
 * @param shown the files on the disk that are compared; what is there and none of these is left out here too
 */
export function filesOfCommit(
  tree: CommitTree,
  { paths, ignore, isIgnored, cwd }: Filter,
  shown?: ReadonlySet<string>,
): readonly LoadedFile[] {
  const filter = new FileFilter(paths, { cwd, ignore, isFolder: (name) => tree.isFolder(name) });
  return tree.files((name) => {
    if (!filter.accepts(name)) return false;
    const absolute = path.resolve(cwd, name);
    if (isIgnored(absolute)) return false;
    return shown === undefined || shown.has(name) || !existsSync(absolute);
  });
}
