import { realpathSync } from 'node:fs';
import path from 'node:path';
import type { SourceFile } from '@podlint/engine';
import type { BuildTree, FileSource, Found } from '@podlint/engine/builds';
import { remotesOf } from './git/remotes.js';
import { readBytes } from './read.js';
import { statsAt } from './stats.js';

/** What a tree has beside the disk. */
export interface DiskTreeMeans {
  /** How a folder is called in messages; default: relative to the working directory. */
  readonly folderName?: (absolute: string) => string;
  /** The path of a file that is not of the run; default: relative to the working directory. */
  readonly fileName?: (absolute: string) => string;
  /** A file of the run by its absolute path, its text as it is now; default: those that a build is asked for. */
  readonly ofRun?: (absolute: string) => SourceFile | undefined;
}

/** What kustomizations may name on the disk. Paths of the tree are absolute, with forward slashes. */
export class DiskTree implements BuildTree {
  constructor(
    private readonly cwd: string,
    private readonly means: DiskTreeMeans = {},
  ) {}

  folderOf(file: string): string {
    return treePath(path.dirname(path.resolve(this.cwd, file)));
  }

  nameOf(folder: string): string {
    const absolute = diskPath(folder);
    return this.means.folderName?.(absolute) ?? (relativeName(this.cwd, absolute) || '.');
  }

  remotesOf(file: string): readonly string[] {
    return remotesOf(path.dirname(path.resolve(this.cwd, file)));
  }

  source(files: readonly SourceFile[]): FileSource {
    const ofRun = this.means.ofRun ?? this.filesBy(files);
    const known = new Map<string, Found>();
    return {
      nameOf: (place) => this.nameOf(place),
      find: (place) => {
        let found = known.get(place);
        if (!found) known.set(place, (found = this.found(place, ofRun(diskPath(place)))));
        return found;
      },
    };
  }

  private filesBy(files: readonly SourceFile[]): (absolute: string) => SourceFile | undefined {
    const byPath = new Map(files.map((file) => [path.resolve(this.cwd, file.path), file]));
    return (absolute) => byPath.get(absolute);
  }

  private found(place: string, ofRun: SourceFile | undefined): Found {
    const absolute = diskPath(place);
    const stats = statsAt(absolute);
    if (stats?.isDirectory()) return { type: 'directory', path: treePath(realpathSync(absolute)) };
    const text = ofRun && 'text' in ofRun ? ofRun.text : undefined;
    if (!stats?.isFile() && text === undefined) return { type: 'nothing' };
    const content = text ?? readBytes(absolute);
    if (content === undefined) return { type: 'nothing' };
    const directory = stats ? treePath(path.dirname(realpathSync(absolute))) : place.slice(0, place.lastIndexOf('/'));
    const name = ofRun?.path ?? this.means.fileName?.(absolute) ?? relativeName(this.cwd, absolute);
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
