import path from 'node:path';
import { Bounds } from './bounds.js';
import { walk } from './walk.js';

/**
 * The files below a folder that .gitignore does not leave out and whose name is wanted, sorted. Paths are relative to
 * the folder, with forward slashes.
 */
export function findFiles(folder: string, isWanted: (relative: string) => boolean): string[] {
  const relative = (absolute: string): string => path.relative(folder, absolute).replaceAll(path.sep, '/');
  const found = walk(folder, {
    display: relative,
    accept: (absolute) => isWanted(relative(absolute)),
    ignores: [],
    mayHold: () => true,
    bounds: new Bounds(folder),
  });
  return found
    .filter(({ skipped }) => skipped === undefined)
    .map((file) => file.path)
    .sort();
}
