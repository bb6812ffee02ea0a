import { roleOf } from '../documents/file-roles.js';
import type { SourceFile } from '../documents/source-file.js';
import { SessionFile, unitsLeft, type SessionCircumstances } from './session-file.js';
import { UnitPlacer } from './unit-placer.js';

/** What the work on files asks. */
interface WorkHost {
  /** A file with its role. */
  marked(source: SourceFile): SourceFile;
  by(path: string): SessionCircumstances;
  /** As it was judged last. */
  before(path: string): SessionFile | undefined;
  done(file: SessionFile): void;
}

interface FileInWork {
  readonly source: SourceFile;
  readonly marked: SourceFile;
  readonly by: SessionCircumstances;
  readonly placer: UnitPlacer;
}

/** Files that are to be judged, document by document. */
export class PendingFiles {
  private readonly changed = new Map<string, SourceFile>();
  /** Those of which nothing that was judged before holds. */
  private readonly outdated = new Set<string>();
  private readonly inWork = new Map<string, FileInWork>();

  constructor(private readonly host: WorkHost) {}

  get isEmpty(): boolean {
    return this.changed.size === 0;
  }

  has(path: string): boolean {
    return this.changed.has(path);
  }

  /** `changed`: what is left of the text before holds. */
  add(source: SourceFile, what: 'changed' | 'outdated'): void {
    this.changed.set(source.path, source);
    if (what === 'outdated') this.outdated.add(source.path);
  }

  remove(path: string): void {
    this.changed.delete(path);
    this.inWork.delete(path);
  }

  /** What is half done was judged by what does not count any more. */
  beginAnew(): void {
    this.inWork.clear();
  }

  finishAll(): void {
    this.finish(() => true);
  }

  finish(isMeant: (path: string) => boolean): void {
    for (const path of [...this.changed.keys()]) if (isMeant(path)) while (this.changed.has(path)) this.judge(path);
  }

  /** Judges one more document of a file: of the first of some that is pending, or of any other. */
  step(first: readonly string[]): void {
    const [any] = this.changed.keys();
    const path = first.find((one) => this.changed.has(one)) ?? any;
    if (path !== undefined) this.judge(path);
  }

  private judge(path: string): void {
    const source = this.changed.get(path)!;
    const before = this.outdated.has(path) ? undefined : this.host.before(path);
    const work = this.workOn(source, before);
    if (!work.placer.step()) return;
    this.remove(path);
    this.outdated.delete(path);
    this.host.done(new SessionFile(work.marked, work.by, before, work.placer));
  }

  private workOn(source: SourceFile, before: SessionFile | undefined): FileInWork {
    const known = this.inWork.get(source.path);
    if (known?.source === source) return known;
    const marked = this.host.marked(source);
    const by = this.host.by(source.path);
    const left = unitsLeft(marked, by, before);
    // Who types in a text of which not all is judged yet begins it anew with every key.
    const half = known && known.placer.role === roleOf(marked) ? known.placer.soFar : [];
    const work = { source, marked, by, placer: new UnitPlacer(marked, by, half.length > left.length ? half : left) };
    this.inWork.set(source.path, work);
    return work;
  }
}
