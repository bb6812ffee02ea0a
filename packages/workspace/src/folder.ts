import type { SourceFile } from '@podlint/engine';
import { discover } from './discover.js';
import { FileRoles } from './file-roles.js';
import { readFile } from './read.js';

/**
 * The manifests in a folder that `podlint` would check there, by their absolute paths, unread; none in a folder that is
 * not there.
 */
export function manifestsIn(folder: string): readonly string[] {
  return discover([folder], { cwd: folder }).files.flatMap(({ absolute, skipped }) =>
    skipped === undefined ? [absolute] : [],
  );
}

/** A file as it is on disk now; undefined if it is gone or cannot be read. */
export function readSource(absolute: string, path: string): SourceFile | undefined {
  const content = readFile(absolute);
  return 'unreadable' in content ? undefined : { path, ...content };
}

/**
 * What files, folders and globs stand for, read at once and held; what cannot be read is left out.
 * @param options.isIgnored whether a file is left out, by its absolute path
 */
export function sourcesNow(
  args: readonly string[],
  { cwd, isIgnored = () => false }: { cwd: string; isIgnored?: (absolute: string) => boolean },
): SourceFile[] {
  const roles = new FileRoles();
  return discover(args, { cwd }).files.flatMap(({ absolute, path, skipped }) => {
    const content = skipped !== undefined || isIgnored(absolute) ? undefined : readFile(absolute);
    if (!content || !('text' in content)) return [];
    return { path, text: content.text, role: roles.of(absolute) };
  });
}
