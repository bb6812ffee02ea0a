import { says } from '../messages.js';
import { BuildFailure, NotRun } from '../errors.js';
import { cleanPath, cleanRelative, isWithin, type FileSource, type SourceFile } from './file-tree.js';
import { isRepositoryUrl } from './repository-url.js';

/** Which files a kustomization may name: those in its folder and below, or all (`--load-restrictor`). */
export type LoadRestriction = 'root only' | 'none';

/** Reads files for one kustomization, and knows which ones led to it (fileloader.go). */
export class Loader {
  private constructor(
    readonly tree: FileSource,
    /** The folder of the kustomization. */
    readonly root: string,
    readonly referrer: Loader | undefined,
    private readonly restriction: LoadRestriction,
  ) {}

  static atRoot(tree: FileSource, root: string, restriction: LoadRestriction): Loader {
    if (isRepositoryUrl(root)) throw new NotRun('remote', says['remote-root']({ path: root }));
    return new Loader(tree, confirmDirectory(tree, cleanPath(`/${root}`)), undefined, restriction);
  }

  /** The file at a path that a kustomization names: in its folder or below (RestrictionRootOnly). */
  load(path: string): SourceFile {
    if (/^https?:/i.test(path)) throw new NotRun('remote', says['remote-file']({ path }));
    const absolute = path.startsWith('/') ? cleanPath(path) : cleanPath(`${this.root}/${path}`);
    const found = this.tree.find(absolute);
    if (found.type === 'nothing')
      throw new BuildFailure('missing-file', says['no-such-path']({ path: this.tree.nameOf(absolute) }));
    if (found.type === 'directory')
      throw new BuildFailure('missing-file', says['folder-not-file']({ path: this.tree.nameOf(absolute) }));
    if (this.restriction === 'root only' && !isWithin(found.directory, this.root))
      throw new BuildFailure(
        'outside-root',
        says['outside-root']({ path: this.tree.nameOf(absolute), root: this.tree.nameOf(this.root) }),
      );
    return found.file;
  }

  /** The loader for a folder that this kustomization takes in. */
  enter(path: string): Loader {
    if (path === '') throw new BuildFailure('missing-file', says['empty-path']());
    if (isRepositoryUrl(path)) throw new NotRun('remote', says['remote-root']({ path }));
    if (path.startsWith('/')) throw new BuildFailure('missing-file', says['absolute-path']({ path }));
    if (path.split('/').some((part) => part !== '..' && part.includes('..')))
      throw new BuildFailure('missing-file', says['ambiguous-path']({ path, clean: cleanRelative(path) }));
    const root = confirmDirectory(this.tree, cleanPath(`${this.root}/${path}`));
    this.refuseCycle(root);
    return new Loader(this.tree, root, this, this.restriction);
  }

  /** The folders of this kustomization and of those that led to it. */
  get chain(): string[] {
    return [this.root, ...(this.referrer?.chain ?? [])];
  }

  private refuseCycle(candidate: string): void {
    const visited = this.chain.find((root) => isWithin(root, candidate));
    if (visited !== undefined)
      throw new BuildFailure(
        'cycle',
        says.cycle({ folder: this.tree.nameOf(candidate), visited: this.tree.nameOf(visited) }),
      );
  }
}

function confirmDirectory(tree: FileSource, path: string): string {
  const found = tree.find(path);
  if (found.type === 'directory') return found.path;
  throw new BuildFailure(
    'missing-file',
    found.type === 'file'
      ? says['file-not-folder']({ path: tree.nameOf(path) })
      : says['no-such-path']({ path: tree.nameOf(path) }),
  );
}
