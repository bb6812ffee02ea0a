import type { KubernetesVersion } from '@podlint/model';
import { compareText } from '../findings/compare-text.js';
import type { InspectedObject } from '../pipeline/inspect.js';
import { PatchNames, roleOf } from '../documents/kustomize.js';
import { Run, type LinterOptions } from '../pipeline/linter.js';
import type { ReportedFile, SourceFile } from '../report/report.js';
import type { Rule } from '../rule/rule.js';
import { checkRun } from '../pipeline/check-run.js';
import type { RunFinding } from '../pipeline/run-finding.js';
import type { FileSettings } from '../settings/settings.js';
import { concludeFile } from './conclude.js';
import { joinParts, type ReportPart } from './report-part.js';
import { SessionFile } from './session-file.js';

/** A file of a session, as it was judged last. */
export interface JudgedFile {
  readonly path: string;
  readonly text: string;
  readonly settings: FileSettings;
  /** Those that the file is judged for. */
  readonly versions: readonly KubernetesVersion[];
  /** In the order of the text; offsets count from the start of the file. */
  readonly objects: readonly InspectedObject[];
  /** The same as they were judged, which costs nothing; offsets count in the text of each document. */
  judged(): Iterable<InspectedObject>;
  readonly report: ReportedFile;
  /** The findings of the report, unmoved: what did not change since the last time is the same object. */
  readonly parts: readonly ReportPart[];
}

/**
 * Files that are judged together again and again while they change. Its answers are those of `lint` of all its files.
 */
export interface Session {
  /** Adds a file, or gives it other text. */
  set(file: SourceFile): void;
  remove(path: string): void;
  /** Asks for the settings of every file anew; those with other ones are judged anew. */
  settingsChanged(): void;
  /** Judges each of the files that have changed by itself, for who wants to do the work of `update` in parts. */
  prepare(): void;
  /**
   * Judges what has changed since the last call. Returns the paths of the files of which there is something else to
   * say.
   */
  update(): readonly string[];
  /** As of the last update. */
  file(path: string): JudgedFile | undefined;
  files(): Iterable<JudgedFile>;
}

/**
 * A session judges only the documents whose text changed, and then what depends on all files.
 * @throws UnknownVersionError, UnknownRuleError
 */
export function createSessionWith(catalogue: readonly Rule[], options: LinterOptions = {}): Session {
  return new IncrementalSession(new Run(catalogue, options));
}

class IncrementalSession implements Session {
  private readonly changed = new Map<string, SourceFile>();
  private readonly sources = new Map<string, SourceFile>();
  private readonly patches = new PatchNames();
  private readonly judged = new Map<string, SessionFile>();
  private readonly answers = new WeakMap<SessionFile, Answer>();
  /** In the order in which the rules over the whole run see them; undefined: to be sorted anew. */
  private sorted: readonly SessionFile[] | undefined;

  constructor(private readonly run: Run) {}

  set(file: SourceFile): void {
    this.sources.set(file.path, file);
    this.changed.set(file.path, file);
    if (this.patches.set(file)) this.rolesChanged();
  }

  remove(path: string): void {
    this.sources.delete(path);
    this.changed.delete(path);
    if (this.judged.delete(path)) this.sorted = undefined;
    if (this.patches.remove(path)) this.rolesChanged();
  }

  settingsChanged(): void {
    for (const [path, file] of this.judged)
      if (!file.isUnder(this.run.circumstancesOf(path))) this.changed.set(path, this.sources.get(path)!);
  }

  private rolesChanged(): void {
    for (const [path, file] of this.judged) {
      const source = this.sources.get(path)!;
      if (roleOf(this.patches.marked(source)) !== file.role) this.changed.set(path, source);
    }
  }

  prepare(): void {
    const changed = [...this.changed];
    this.changed.clear();
    if (changed.length > 0) this.sorted = undefined;
    for (const [path, source] of changed)
      this.judged.set(
        path,
        new SessionFile(this.patches.marked(source), this.run.circumstancesOf(path), this.judged.get(path)),
      );
  }

  update(): readonly string[] {
    this.prepare();
    const files = (this.sorted ??= [...this.judged.values()].sort((a, b) => compareText(a.path, b.path)));
    const found = checkRun(files, this.run.versionsOf(files));
    return files.filter((file) => this.conclude(file, found.get(file)!)).map(({ path }) => path);
  }

  /** Returns whether there is something else to say than before; what that is, is worked out for who asks. */
  private conclude(file: SessionFile, found: readonly RunFinding[]): boolean {
    if (file.found && isSame(file.found, found)) return false;
    file.found = found;
    this.answers.set(file, new Answer(this.run, file, found));
    return true;
  }

  file(path: string): JudgedFile | undefined {
    const file = this.judged.get(path);
    return file && this.answers.get(file);
  }

  *files(): Iterable<JudgedFile> {
    for (const file of this.judged.values()) {
      const answer = this.answers.get(file);
      if (answer) yield answer;
    }
  }
}

class Answer implements JudgedFile {
  readonly path: string;
  readonly text: string;
  readonly settings: FileSettings;
  readonly versions: readonly KubernetesVersion[];
  private knownParts: readonly ReportPart[] | undefined;
  private knownReport: ReportedFile | undefined;

  constructor(
    private readonly run: Run,
    private readonly file: SessionFile,
    private readonly found: readonly RunFinding[],
  ) {
    this.path = file.path;
    this.text = file.text;
    this.settings = file.settings;
    this.versions = file.versions;
  }

  get objects(): readonly InspectedObject[] {
    return this.file.objects;
  }

  judged(): Iterable<InspectedObject> {
    return this.file.judged();
  }

  get parts(): readonly ReportPart[] {
    return (this.knownParts ??= concludeFile(this.run, this.file, this.found));
  }

  get report(): ReportedFile {
    return (this.knownReport ??= joinParts(this.path, this.parts));
  }
}

/** What fixes would do follows from the rest. */
function isSame(before: readonly RunFinding[], after: readonly RunFinding[]): boolean {
  return (
    before.length === after.length && before.every((one, index) => JSON.stringify(one) === JSON.stringify(after[index]))
  );
}
