import type { SourceFile } from '@podlint/engine';
import { discover } from './discover.js';
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
