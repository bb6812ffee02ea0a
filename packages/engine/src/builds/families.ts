import { addTo } from '@podlint/plain';
import type { SourceFile } from '../documents/source-file.js';
import type { Uses } from './uses.js';

/** What is asked of the files of a run to part them into families. */
interface Asked {
  readonly files: readonly SourceFile[];
  readonly kustomizations: readonly { readonly path: string; readonly folder: string }[];
  readonly uses: Uses;
}

/**
 * The files of a run that kustomizations take in, parted so that no kustomization of one part takes in anything of
 * another: each part can be built by itself.
 */
export function familiesOf({ files, kustomizations, uses }: Asked): readonly (readonly SourceFile[])[] {
  const groups = new Groups();
  for (const { path, folder } of kustomizations) {
    const { files: taken, folders: inner } = uses.closure(folder);
    groups.join(folderKey(folder), path);
    for (const other of inner) groups.join(folderKey(folder), folderKey(other));
    for (const file of taken) groups.join(folderKey(folder), file);
  }
  const families = new Map<string, SourceFile[]>();
  for (const file of files) {
    const group = groups.of(file.path);
    if (group === undefined) continue;
    addTo(families, group, file);
  }
  return [...families.values()];
}

/** No path of a file begins so. */
function folderKey(folder: string): string {
  return `folder ${folder}`;
}

/** Names that belong together (disjoint sets, with halved paths). */
class Groups {
  private readonly above = new Map<string, string>();

  join(one: string, other: string): void {
    this.above.set(this.top(one), this.top(other));
  }

  /** The name that stands for its group; undefined for what was never joined. */
  of(name: string): string | undefined {
    return this.above.has(name) ? this.top(name) : undefined;
  }

  private top(name: string): string {
    let at = name;
    for (;;) {
      const next = this.above.get(at) ?? at;
      const after = this.above.get(next) ?? next;
      this.above.set(at, after);
      if (after === at) return at;
      at = after;
    }
  }
}
