import { realpathSync, statSync } from 'node:fs';
import path from 'node:path';
import type { SourceFile } from '@podlint/engine';
import type { BuildTree, FileSource, Found } from '@podlint/engine/builds';
import { readBytes } from './read.js';

/** What kustomizations may name on the disk. Paths of the tree are absolute, with forward slashes. */
export class DiskTree implements BuildTree {
  constructor(private readonly cwd: string) {}

  folderOf(file: string): string {
    return treePath(path.dirname(path.resolve(this.cwd, file)));
  }

  nameOf(folder: string): string {
    return relativeName(this.cwd, diskPath(folder)) || '.';
  }

  source(files: readonly SourceFile[]): FileSource {
    const texts = new Map(files.map((file) => [treePath(path.resolve(this.cwd, file.path)), file]));
    const known = new Map<string, Found>();
    return {
      nameOf: (place) => this.nameOf(place),
      find: (place) => {
        let found = known.get(place);
        if (!found) known.set(place, (found = this.found(place, texts.get(place))));
        return found;
      },
    };
  }

  private found(place: string, ofRun: SourceFile | undefined): Found {
    const absolute = diskPath(place);
    const stats = statSync(absolute, { throwIfNoEntry: false });
    if (stats?.isDirectory()) return { type: 'directory', path: treePath(realpathSync(absolute)) };
    const text = ofRun && 'text' in ofRun ? ofRun.text : undefined;
    if (!stats?.isFile() && text === undefined) return { type: 'nothing' };
    const content = text ?? readBytes(absolute);
    if (content === undefined) return { type: 'nothing' };
    const directory = stats ? treePath(path.dirname(realpathSync(absolute))) : place.slice(0, place.lastIndexOf('/'));
    const name = ofRun?.path ?? relativeName(this.cwd, absolute);
    return { type: 'file', directory, file: { path: place, name, content } };
  }
}

function relativeName(cwd: string, absolute: string): string {
  return path.relative(cwd, absolute).replaceAll(path.sep, '/');
}

/** `C:\\a` is `/C:/a`. */
function treePath(absolute: string): string {
  const slashed = absolute.replaceAll(path.sep, '/');
  return slashed.startsWith('/') ? slashed : `/${slashed}`;
}

function diskPath(place: string): string {
  return /^\/[A-Za-z]:/.test(place) ? place.slice(1) : place;
}
