import { existsSync, readdirSync, type Dirent } from 'node:fs';
import path from 'node:path';
import { isKustomizationName, kustomizationNames } from '@podlint/engine';

/** So many folders are looked into for kustomizations that take a file in: the nearest first. */
const mostFolders = 2000;
/** Above a file that is in no repository. */
const mostLevels = 3;

/** The kustomizations in the folder of a file and in those above it, up to the top of its repository. */
export function kustomizationsAbove(absolute: string): string[] {
  return foldersAbove(absolute).flatMap((folder) =>
    kustomizationNames.map((name) => path.join(folder, name)).filter((file) => existsSync(file)),
  );
}

/**
 * The kustomizations around some files, within their repository: in what is below the folder of one, then below the
 * folder above, and so on. Folders whose names begin with a dot are left out, and `node_modules`.
 */
export function kustomizationsAround(files: readonly string[]): string[] {
  const seen = new Set<string>();
  const found: string[] = [];
  for (const start of files.flatMap(foldersAbove)) {
    const waiting = [start];
    for (const folder of waiting) {
      if (seen.has(folder)) continue;
      if (seen.size >= mostFolders) return found;
      seen.add(folder);
      for (const entry of entriesOf(folder)) {
        const inner = path.join(folder, entry.name);
        if (entry.isDirectory() && !entry.name.startsWith('.') && entry.name !== 'node_modules') waiting.push(inner);
        else if (entry.isFile() && isKustomizationName(entry.name)) found.push(inner);
      }
    }
  }
  return found;
}

/** From that of the file up. */
function foldersAbove(absolute: string): string[] {
  const folders: string[] = [];
  for (let folder = path.dirname(absolute); ; folder = path.dirname(folder)) {
    folders.push(folder);
    if (existsSync(path.join(folder, '.git'))) return folders;
    if (path.dirname(folder) === folder) return folders.slice(0, mostLevels);
  }
}

function entriesOf(folder: string): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    return [];
  }
}
