import { roleOf, type SourceFile } from '@podlint/engine';
import { digest, type CacheStore } from '@podlint/workspace';

/** Results by all that they depend on. */
export class ResultCache {
  constructor(
    private readonly store: CacheStore,
    /** What the whole tool consists of: another tool, other results. */
    private readonly tool: string,
  ) {}

  /**
   * A name for all that is said of a file by itself: the tool, what the file is judged by, its name, its role and its
   * text.
   */
  fileKey(source: SourceFile, circumstances: string, textName: string): string {
    return digest('judged', this.tool, circumstances, source.path, roleOf(source) ?? '', textName);
  }

  /**
   * A name for a run: the same files, in the same order, judged for the same versions, give the same findings of the
   * run.
   */
  runKey(versionsAndFileKeys: readonly string[]): string {
    return digest('run', ...versionsAndFileKeys);
  }

  get(kind: 'facts' | 'run', key: string): string | undefined {
    return this.store.get(digest(kind, key));
  }

  put(kind: 'facts' | 'run', key: string, value: string): void {
    this.store.put(digest(kind, key), value);
  }

  getConclusion(fileKey: string, found: string): string | undefined {
    return this.store.get(digest('conclusion', fileKey, found));
  }

  putConclusion(fileKey: string, found: string, value: string): void {
    this.store.put(digest('conclusion', fileKey, found), value);
  }
}
