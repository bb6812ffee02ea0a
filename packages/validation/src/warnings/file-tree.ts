import { pushAll } from '@podlint/plain';
import type { FieldPath } from '@podlint/model';

/** A file that a volume makes, and where the manifest asks for it. */
export interface VolumeFile {
  readonly path: string;
  readonly place: FieldPath;
}

interface Placed {
  readonly file: VolumeFile;
  /** Of all that were added. */
  readonly index: number;
}

interface Folder {
  /** At this very path. */
  readonly files: Placed[];
  readonly folders: Map<string, Folder>;
}

/** Files by the folders of their paths, so that not every pair of them has to be compared. */
export class FileTree {
  private readonly top = newFolder();
  private count = 0;

  /** A file without a path is nowhere. */
  add(file: VolumeFile): void {
    const index = this.count++;
    if (file.path === '') return;
    let folder = this.top;
    for (const name of file.path.split('/')) {
      const next = folder.folders.get(name) ?? newFolder();
      folder.folders.set(name, next);
      folder = next;
    }
    folder.files.push({ file, index });
  }

  /** Those at that path, those that would be folders above it, and those below it, in the order in which they were added. */
  overlapping(path: string): VolumeFile[] {
    if (path === '') return [];
    const found: Placed[] = [];
    let folder: Folder | undefined = this.top;
    for (const name of path.split('/')) {
      folder = folder.folders.get(name);
      if (!folder) break;
      pushAll(found, folder.files);
    }
    if (folder) pushAll(found, below(folder));
    return found.sort((a, b) => a.index - b.index).map(({ file }) => file);
  }
}

function newFolder(): Folder {
  return { files: [], folders: new Map() };
}

function below(folder: Folder): Placed[] {
  const found: Placed[] = [];
  const left = [...folder.folders.values()];
  for (let next = left.pop(); next; next = left.pop()) {
    pushAll(found, next.files);
    pushAll(left, next.folders.values());
  }
  return found;
}
