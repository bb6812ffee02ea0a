import type { KubernetesVersion } from '@podlint/model';
import { PatchNames, roleOf } from '../documents/kustomize.js';
import type { SourceFile } from '../documents/source-file.js';
import { compareText } from '../findings/compare-text.js';
import type { LookUp } from '../pipeline/read-again.js';
import { runRules } from '../pipeline/run.js';
import type { RunFinding } from '../pipeline/run-finding.js';
import type { ReportedFile } from '../report/report.js';
import { Collector } from '../rule/collector.js';
import type { Rule } from '../rule/rule.js';
import { collectionsFor, FileCircumstances, type LinterOptions } from '../settings/circumstances.js';
import type { FileSettings } from '../settings/settings.js';
import type { CustomResources } from '../verdict/custom-resources.js';
import type { InspectedObject } from '../verdict/inspected.js';
import { concludeFile } from './conclude-file.js';
import { groupsThatDiffer } from './groups-that-differ.js';
import { joinParts, type ReportPart } from './report-part.js';
import { SessionFile, type SessionCircumstances } from './session-file.js';

/** A file of a session, as it was judged last. */
export interface JudgedFile {
  readonly path: string;
  readonly text: string;
  readonly settings: FileSettings;
  /** Those that the file is judged for. */
  readonly versions: readonly KubernetesVersion[];
  /** With their trees, in the order of the text; read when they are asked for, and then kept. */
  readonly objects: readonly InspectedObject[];
  /** Whether one of them is Kubernetes', or would be but for a mistake in it. */
  readonly isKubernetes: boolean;
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
  /** Other definitions of custom resources, policies or limits are known now; what they are about is judged anew. */
  setCustomResources(resources: CustomResources | undefined): void;
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
  return new IncrementalSession(new FileCircumstances(catalogue, options));
}

class IncrementalSession implements Session {
  private readonly changed = new Map<string, SourceFile>();
  private readonly sources = new Map<string, SourceFile>();
  private readonly patches = new PatchNames();
  private readonly judged = new Map<string, SessionFile>();
  private readonly answers = new WeakMap<SessionFile, Answer>();
  /** In the order in which the rules over the whole run see them; undefined: to be sorted anew. */
  private sorted: readonly SessionFile[] | undefined;
  private collector = new Collector([]);
  private collecting = '';
  /** Files of which the text is another one since the last update. */
  private readonly moved = new Set<string>();
  private customResources: CustomResources | undefined;
  /** Files of which nothing that was judged before holds. */
  private readonly outdated = new Set<string>();

  constructor(private readonly circumstances: FileCircumstances) {}

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
    this.collect();
    this.circumstancesChanged();
  }

  /** What the rules over the whole run want to know follows from the settings of all files. */
  private collect(): void {
    const names = collectionsFor([...this.sources.keys()].map((path) => this.circumstances.of(path)));
    if (names.join() === this.collecting) return;
    this.collecting = names.join();
    this.collector = this.circumstances.collector(names);
    this.circumstancesChanged();
  }

  private circumstancesChanged(): void {
    for (const [path, file] of this.judged) {
      const source = this.sources.get(path);
      if (source && !file.isUnder(this.circumstancesOf(path))) this.changed.set(path, source);
    }
  }

  private circumstancesOf(path: string): SessionCircumstances {
    const { collector, customResources } = this;
    return { ...this.circumstances.of(path), collector, customResources };
  }

  setCustomResources(resources: CustomResources | undefined): void {
    const groups = groupsThatDiffer(this.customResources, resources);
    // A policy or a limit can be about any object.
    const isAdmittedOtherwise = this.customResources?.admission !== resources?.admission;
    this.customResources = resources;
    for (const [path, source] of this.sources)
      if ('text' in source && (isAdmittedOtherwise || groups.some((group) => source.text.includes(group)))) {
        this.changed.set(path, source);
        this.outdated.add(path);
      }
  }

  private rolesChanged(): void {
    for (const [path, file] of this.judged) {
      const source = this.sources.get(path);
      if (source && roleOf(this.patches.marked(source)) !== file.role) this.changed.set(path, source);
    }
  }

  prepare(): void {
    if (this.changed.size === 0) return;
    this.collect();
    const changed = [...this.changed];
    this.changed.clear();
    this.sorted = undefined;
    for (const [path, source] of changed) {
      const by = this.circumstancesOf(path);
      const before = this.outdated.has(path) ? undefined : this.judged.get(path);
      this.judged.set(path, new SessionFile(this.patches.marked(source), by, before));
      this.moved.add(path);
    }
    this.outdated.clear();
  }

  update(): readonly string[] {
    this.prepare();
    const files = (this.sorted ??= [...this.judged.values()].sort((a, b) => compareText(a.path, b.path)));
    const found = runRules(files, this.circumstances.jointVersions(files.map(({ by }) => by)));
    const others = files.filter((file) => this.conclude(file, found.get(file) ?? []));
    this.moved.clear();
    return others.map(({ path }) => path);
  }

  /** Returns whether there is something else to say than before; what that is, is worked out for who asks. */
  private conclude(file: SessionFile, found: readonly RunFinding[]): boolean {
    if (file.found && isSame(file.found, found) && !this.isExplainedElsewhere(found)) return false;
    file.found = found;
    const answer = new Answer(file, found, this.lookUp);
    this.answers.set(file, answer);
    // Other files may change before somebody asks.
    if (found.some(({ related }) => related.some((place) => place.file !== file.path))) answer.settle();
    return true;
  }

  /** Whether findings have places in files of which the text is another one. */
  private isExplainedElsewhere(found: readonly RunFinding[]): boolean {
    return this.moved.size > 0 && found.some(({ related }) => related.some(({ file }) => this.moved.has(file)));
  }

  private readonly lookUp: LookUp = (path) => {
    const file = this.judged.get(path);
    if (!file) throw new Error('a file that is not of the session is looked up');
    return file.again(file.units);
  };

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
  private knownParts: readonly ReportPart[] | undefined;
  private knownReport: ReportedFile | undefined;

  constructor(
    private readonly file: SessionFile,
    private readonly found: readonly RunFinding[],
    private readonly lookUp: LookUp,
  ) {}

  get path(): string {
    return this.file.path;
  }

  get text(): string {
    return this.file.text;
  }

  get settings(): FileSettings {
    return this.file.by.settings;
  }

  get versions(): readonly KubernetesVersion[] {
    return this.file.by.versions;
  }

  get isKubernetes(): boolean {
    return this.file.isKubernetes;
  }

  get objects(): readonly InspectedObject[] {
    return this.file.objects;
  }

  get parts(): readonly ReportPart[] {
    return (this.knownParts ??= concludeFile(this.file, this.found, this.lookUp));
  }

  /** Works out now what there is to say. */
  settle(): void {
    this.knownParts ??= concludeFile(this.file, this.found, this.lookUp);
  }

  get report(): ReportedFile {
    return (this.knownReport ??= joinParts(this.path, this.parts));
  }
}

function isSame(before: readonly RunFinding[], after: readonly RunFinding[]): boolean {
  return (
    before.length === after.length && before.every((one, index) => JSON.stringify(one) === JSON.stringify(after[index]))
  );
}
