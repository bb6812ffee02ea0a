import { nextTurn, type LanguageService } from '../service/index.js';
import type { Disk } from './platform.js';

/** Above this, what depends on other files is said of these and of what is open. Memory is bounded by it. */
export const mostFiles = 5000;
/** After so many files other work gets its turn. */
const batch = 20;

/**
 * Gives the service the manifests of the workspace folders as they are on disk, without a pause that one could notice.
 */
export class WorkspaceFiles {
  private readonly loaded = new Set<string>();
  private scan = 0;

  constructor(
    private readonly disk: Disk,
    private readonly service: LanguageService,
  ) {}

  /**
   * Looks which files there are, and reads those that are new. A later call ends an earlier one. Returns whether there
   * are more than are read.
   */
  async find(folders: readonly string[], report: (done: number, total: number) => void): Promise<'all' | 'too-many'> {
    const scan = ++this.scan;
    const paths = new Set<string>();
    for (const folder of folders) {
      for (const path of this.disk.manifestsIn(folder)) paths.add(path);
      await nextTurn();
    }
    const kept = new Set([...paths].slice(0, mostFiles));
    for (const path of this.loaded) if (!kept.has(path)) this.forget(path);
    const added = [...kept].filter((path) => !this.loaded.has(path));
    for (let at = 0; at < added.length && scan === this.scan; at += batch) {
      for (const path of added.slice(at, at + batch)) this.read(path);
      await this.service.prepared();
      report(Math.min(at + batch, added.length), added.length);
      await nextTurn();
    }
    return paths.size > mostFiles ? 'too-many' : 'all';
  }

  get count(): number {
    return this.loaded.size;
  }

  /** Returns whether the file belongs to the workspace. */
  changed(path: string): boolean {
    if (!this.loaded.has(path)) return false;
    this.read(path);
    return true;
  }

  private read(path: string): void {
    const file = this.disk.read(path);
    if (!file) {
      this.forget(path);
      return;
    }
    this.loaded.add(path);
    this.service.setFile(file);
  }

  private forget(path: string): void {
    this.loaded.delete(path);
    this.service.removeFile(path);
  }
}
