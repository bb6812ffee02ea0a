import { hash } from 'node:crypto';
import type { BuildTree, FileSource, Found } from '@podlint/engine/builds';
import type { SourceFile } from '@podlint/engine';
import { DiskTree } from '@podlint/workspace';

/** What was asked of the disk, and a digest of each answer. */
export interface AskedOfDisk {
  /** By the places of files and folders. */
  readonly found: readonly (readonly [place: string, answer: string])[];
  /** By files of the run: where their repositories come from. */
  readonly remotes: readonly (readonly [file: string, answer: string])[];
}

/** A tree that remembers what builds have asked of the disk, beside the files of the run. */
export class AskedTree implements BuildTree {
  private readonly found = new Map<string, string>();
  private readonly remotes = new Map<string, string>();
  private readonly disk: DiskTree;

  constructor(private readonly cwd: string) {
    this.disk = new DiskTree(cwd);
  }

  get asked(): AskedOfDisk {
    return { found: [...this.found], remotes: [...this.remotes] };
  }

  folderOf(file: string): string {
    return this.disk.folderOf(file);
  }

  nameOf(folder: string): string {
    return this.disk.nameOf(folder);
  }

  remotesOf(file: string): readonly string[] {
    const remotes = this.disk.remotesOf(file);
    this.remotes.set(file, JSON.stringify(remotes));
    return remotes;
  }

  source(files: readonly SourceFile[]): FileSource {
    const source = this.disk.source(files);
    return {
      nameOf: (place) => source.nameOf(place),
      find: (place) => {
        const found = source.find(place);
        if (!this.found.has(place)) this.found.set(place, answerName(found));
        return found;
      },
    };
  }

  /** Whether the disk would still answer all of that in the same way. */
  stillSays({ found, remotes }: AskedOfDisk): boolean {
    const now = new DiskTree(this.cwd);
    const source = now.source([]);
    return (
      found.every(([place, answer]) => answerName(source.find(place)) === answer) &&
      remotes.every(([file, answer]) => JSON.stringify(now.remotesOf(file)) === answer)
    );
  }
}

/** How a file is called in messages depends on nothing that is on the disk. */
function answerName(found: Found): string {
  if (found.type === 'nothing') return '';
  if (found.type === 'directory') return found.path;
  return `${found.directory} ${hash('sha256', found.file.content, 'base64url')}`;
}
