import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, realpathSync, utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Bounds, CacheStore, digest, sealOf } from '@podlint/workspace';
import { removeUnused, userCache } from '@podlint/start';

/** Where results are kept: `user`, in a folder of the user's for this working directory, or in a folder by its name. */
export type CachePlace = 'user' | { readonly folder: string };

const prefix = 'results-';

/**
 * Opens the cache of a run. What is checked may be anybody's, and must not bring results of its own: they are kept
 * outside of it, or, where the user names a folder in the tree, are sealed with a secret that the tree cannot know.
 * @param secret chosen by the user; undefined: one of this user's own, made when it is first needed
 */
export function openCache(place: CachePlace, cwd: string, secret: string | undefined): CacheStore {
  if (place === 'user') return CacheStore.open(folderFor(cwd));
  const folder = path.resolve(cwd, place.folder);
  const mayBeChecked = new Bounds(cwd).of(path.join(folder, 'any')) !== undefined;
  return CacheStore.open(folder, mayBeChecked || secret !== undefined ? sealOf(secret ?? secretOfUser()) : undefined);
}

function folderFor(cwd: string): string {
  const folder = path.join(userCache(), prefix + digest(realpathSync(cwd)));
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    removeUnused(prefix);
    utimesSync(folder, new Date(), new Date());
  } catch {
    // Whoever opens it says what is wrong with it.
  }
  return folder;
}

/** Where it cannot be kept, it holds for this run alone. */
function secretOfUser(): string {
  const file = path.join(userCache(), 'cache-key');
  const made = randomBytes(32).toString('base64url');
  try {
    mkdirSync(userCache(), { recursive: true, mode: 0o700 });
    writeFileSync(file, made, { flag: 'wx', mode: 0o600 });
    return made;
  } catch {
    return kept(file) ?? made;
  }
}

function kept(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8').trim() || undefined;
  } catch {
    return undefined;
  }
}
