import path from 'node:path';
import { kustomizationNames, patchesNamedIn } from '@podlint/engine';

/** Levels above a file that are searched, as on the disk (kustomizations.ts). */
const levels = 3;

/** Which of some files a kustomization in their folder, or in one above it, takes for patches. */
export function patchesIn(
  tree: { textAt(place: string): string | undefined },
  places: readonly string[],
): ReadonlySet<string> {
  const folders = new Set<string>();
  for (const place of places) {
    let folder = path.posix.dirname(place);
    for (let level = 0; level < levels; level++, folder = path.posix.dirname(folder)) folders.add(folder);
  }
  return new Set([...folders].flatMap((folder) => patchesOf(tree, folder)));
}

function patchesOf(tree: { textAt(place: string): string | undefined }, folder: string): string[] {
  for (const name of kustomizationNames) {
    const text = tree.textAt(path.posix.join(folder, name));
    if (text !== undefined) return patchesNamedIn(text).map((patch) => path.posix.resolve(folder, patch));
  }
  return [];
}
