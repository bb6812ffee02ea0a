import { realpathSync } from 'node:fs';
import path from 'node:path';
import { topOf } from './changed.js';
import { Git, GitError } from './git.js';

/**
 * The text that a file has in a commit; undefined: the commit has no such file. The file need not be there now.
 * @throws GitError
 */
export function textAt(ref: string, absolute: string): string | undefined {
  const folder = path.dirname(absolute);
  const top = topOf(folder, '--baseline-from');
  const git = new Git(top);
  const commit = git.commit(ref);
  if (commit === undefined)
    throw new GitError(`git knows no commit "${ref}"; a branch of a remote is called such as "origin/main"`);
  const place = path.relative(top, path.join(realpathSync(folder), path.basename(absolute)));
  // As it is stored: no filter of the repository runs.
  const { succeeded, text } = git.ask('cat-file', 'blob', `${commit}:${place.replaceAll(path.sep, '/')}`);
  return succeeded ? text : undefined;
}
