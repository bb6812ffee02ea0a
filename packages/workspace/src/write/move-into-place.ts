import { chmodSync, chownSync, linkSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { ownFileBeside, remove } from './own-file.js';

/** A new file would belong to who runs podlint, and not to whom the old one belongs. */
export class WrongOwnerError extends Error {
  override readonly name = 'WrongOwnerError';
}

/** What a file is like; what is not said is as for any new file. */
interface Likeness {
  readonly mode?: number;
  readonly uid?: number;
  readonly gid?: number;
}

/**
 * Writes a text beside a file and moves it over that one: whoever reads sees the old text or the new one.
 * @throws WrongOwnerError, and what the file system says
 */
export function moveIntoPlace(file: string, text: string, like: Likeness = {}): void {
  const made = ownFileBeside(file, 'new');
  try {
    // Not even for a moment may more people read it.
    writeFileSync(made, text, { flag: 'wx', mode: like.mode ?? 0o666 });
    take(made, like);
    renameSync(made, file);
  } finally {
    remove(made);
  }
}

/**
 * Writes a text under a name that nothing has yet: whoever looks sees no file or all of it.
 * @throws what the file system says; EEXIST where somebody was faster
 */
export function makeWhole(file: string, text: string): void {
  const made = ownFileBeside(file, 'new');
  try {
    writeFileSync(made, text, { flag: 'wx' });
    // A name is given to it, since moving it would put it over what has come in between.
    if (!isLinked(made, file)) writeFileSync(file, text, { flag: 'wx' });
  } finally {
    remove(made);
  }
}

/** Some file systems know no second name of a file (FAT, and shares of other machines). */
function isLinked(made: string, file: string): boolean {
  try {
    linkSync(made, file);
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') throw error;
    return false;
  }
}

/** The owner comes first: to change it takes some rights away. */
function take(file: string, { mode, uid, gid }: Likeness): void {
  const now = statSync(file);
  if ((uid ?? now.uid) !== now.uid || (gid ?? now.gid) !== now.gid) giveTo(file, uid ?? now.uid, gid ?? now.gid);
  if (mode !== undefined) chmodSync(file, mode & 0o7777);
}

function giveTo(file: string, uid: number, gid: number): void {
  try {
    chownSync(file, uid, gid);
  } catch {
    throw new WrongOwnerError(`"${file}" cannot be given to user ${uid} and group ${gid}`);
  }
}
