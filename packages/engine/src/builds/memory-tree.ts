import type { FileSource, Found } from '@podlint/kustomize/project';
import type { SourceFile } from '../documents/source-file.js';
import type { BuildTree } from './tree.js';

/** Files of which all are known, and nothing around them: their paths are those of the tree. */
export class MemoryTree implements BuildTree {
  constructor(private readonly files: () => Iterable<SourceFile>) {}

  folderOf(path: string): string {
    return folderOf(absolute(path));
  }

  nameOf(folder: string): string {
    return folder === '/' ? '.' : folder.slice(1);
  }

  source(): FileSource {
    const files = new Map([...this.files()].map((file) => [absolute(file.path), file]));
    const folders = new Set(['/', ...[...files.keys()].flatMap(foldersAbove)]);
    return {
      nameOf: (place) => this.nameOf(place),
      find: (place): Found => {
        const file = files.get(place);
        if (folders.has(place)) return { type: 'directory', path: place };
        if (!file || !('text' in file)) return { type: 'nothing' };
        return {
          type: 'file',
          directory: folderOf(place),
          file: { path: place, name: file.path, content: file.text },
        };
      },
    };
  }
}

function absolute(path: string): string {
  return path.startsWith('/') ? path : `/${path}`;
}

function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/')) || '/';
}

function foldersAbove(path: string): string[] {
  const folders: string[] = [];
  for (let folder = folderOf(path); folder !== '/'; folder = folderOf(folder)) folders.push(folder);
  return folders;
}
