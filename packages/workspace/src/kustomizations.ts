import path from 'node:path';
import { kustomizationNames, patchesNamedIn } from '@podlint/engine';
import { isFile } from './found-file.js';
import { readFile } from './read.js';

/** Levels above a file that are searched: overlays name patches in their own folder, or in one below. */
const levels = 3;

/**
 * Which files a kustomization in their folder, or in one of the folders above it, takes for patches. Reads each
 * kustomization once.
 */
export class Kustomizations {
  private readonly ofFolders = new Map<string, ReadonlySet<string>>();

  hasPatch(absolute: string): boolean {
    let folder = path.dirname(absolute);
    for (let level = 0; level < levels; level++) {
      if (this.patchesOf(folder).has(absolute)) return true;
      folder = path.dirname(folder);
    }
    return false;
  }

  private patchesOf(folder: string): ReadonlySet<string> {
    let patches = this.ofFolders.get(folder);
    if (!patches) this.ofFolders.set(folder, (patches = new Set(patchesIn(folder))));
    return patches;
  }
}

function patchesIn(folder: string): string[] {
  const file = kustomizationNames.map((name) => path.join(folder, name)).find(isFile);
  const content = file === undefined ? undefined : readFile(file);
  return content && 'text' in content ? patchesNamedIn(content.text).map((patch) => path.resolve(folder, patch)) : [];
}
