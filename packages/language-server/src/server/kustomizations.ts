import { isKustomizationName, type KustomizeBuilds, type SourceFile } from '@podlint/engine';
import type { BuildTree } from '@podlint/engine/builds';

/**
 * Of a kustomization that takes in more files, as one that stands above all others of a repository, each change would
 * cost seconds.
 */
const mostFiles = 200;

interface KustomizationsHost {
  /** The tree that they are built in. */
  tree(): BuildTree;
  /** Whether the user wants those of a folder built; asked by a file in it. */
  kustomizeOf(path: string): 'on' | 'off';
  /** Whether a kustomization lies above a file, on disk. */
  isBelowKustomization(path: string): boolean;
  /** From now on everything can be said. */
  known(): void;
  /** Hands on what builds them, or that nothing does. */
  use(builds: KustomizeBuilds | undefined): Promise<void>;
}

/** Hands on what builds the kustomizations of the workspace, once all its files were looked at. */
export class Kustomizations {
  private readonly known = new Set<string>();
  private builds: KustomizeBuilds | undefined;
  private state: 'looking' | 'loading' | 'known' = 'looking';
  private readonly below = new Map<string, boolean>();

  constructor(private readonly host: KustomizationsHost) {}

  /** A file says that from now on; only its path: nothing. */
  given(file: SourceFile | string): void {
    const path = typeof file === 'string' ? file : file.path;
    if (!isKustomizationName(path)) return;
    this.below.clear();
    if (typeof file === 'string') this.known.delete(path);
    else this.known.add(path);
    if (this.state === 'known') this.load();
  }

  /** All files were looked at: what is there now is there. */
  found(): void {
    if (this.state === 'looking') this.load();
  }

  /** The user may want something else now. */
  settingsChanged(): void {
    if (this.builds) void this.use(this.builds);
  }

  /** Whether nobody can say yet what a file is judged through. */
  isWaitedFor(path: string): boolean {
    if (this.state === 'known') return false;
    const known = this.below.get(path) ?? this.host.isBelowKustomization(path);
    this.below.set(path, known);
    return known;
  }

  private load(): void {
    if (this.builds || this.known.size === 0) {
      this.state = 'known';
      return;
    }
    this.state = 'loading';
    // What cannot be loaded leaves files to be judged as they are.
    void this.loaded()
      .catch(() => undefined)
      .then((builds) => this.use(builds));
  }

  private async use(builds: KustomizeBuilds | undefined): Promise<void> {
    this.builds = builds;
    try {
      await this.host.use(builds);
    } finally {
      this.state = 'known';
      this.host.known();
    }
  }

  private async loaded(): Promise<KustomizeBuilds> {
    const { createBuilds } = await import('@podlint/engine/builds');
    const builds = createBuilds(this.host.tree(), 'all');
    return {
      of: (files, around) => builds.of(files, around),
      parted: (files) =>
        builds.parted(
          files.filter(({ path }) => this.host.kustomizeOf(path) === 'on'),
          mostFiles,
        ),
    };
  }
}
