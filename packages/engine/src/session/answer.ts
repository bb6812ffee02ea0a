import type { KubernetesVersion } from '@podlint/model';
import type { SourceObject } from '../documents/objects.js';
import type { ExaminedFinding } from '../pipeline/examined.js';
import type { LookUp } from '../pipeline/read-again.js';
import type { RunFinding } from '../pipeline/run-finding.js';
import type { ReportedFile } from '../report/report.js';
import type { FileSettings } from '../settings/settings.js';
import type { InspectedObject } from '../verdict/inspected.js';
import type { BuiltAnswers } from './built-answers.js';
import { concludeAhead, concludeFile, conclusionsOf, type Conclusions } from './conclude-file.js';
import { joinParts, type ReportPart } from './report-part.js';
import type { RootView } from './root-view.js';
import type { SessionFile } from './session-file.js';
import { unmoved } from '../pipeline/shift.js';

/** A file of a session, as it was judged last. */
export interface JudgedFile {
  readonly path: string;
  readonly text: string;
  readonly settings: FileSettings;
  /** Those that the file is judged for. */
  readonly versions: readonly KubernetesVersion[];
  /** With their trees, in the order of the text; read when they are asked for, and then kept. */
  readonly objects: readonly InspectedObject[];
  /** Those of one document, by its index, for who asks nothing but their places: no other one is read for it. */
  objectsIn(document: number): readonly SourceObject[];
  /** Whether one of them is Kubernetes', or would be but for a mistake in it. */
  readonly isKubernetes: boolean;
  readonly report: ReportedFile;
  /** The findings of the report, unmoved: what did not change since the last time is the same object. */
  readonly parts: readonly ReportPart[];
  /** Whether a finding of its own is like that, told or not; nothing is worked out for it. */
  hasFound(isLike: (finding: Pick<ExaminedFinding, 'code' | 'stage'>) => boolean): boolean;
  /** Works out what there is to say, step by step. */
  ahead(): Iterable<void>;
  /** Whether builds judge its objects: the report has their verdicts. */
  readonly isTakenIn: boolean;
  /** The kustomizations that take it in and were built, each with all that it makes; none for what is judged by itself. */
  readonly roots: readonly RootView[];
}

/** What there is to say of a file, worked out when somebody asks. */
interface Said {
  ahead(): Iterable<void>;
  readonly parts: readonly ReportPart[];
  readonly isTakenIn: boolean;
  readonly roots: readonly RootView[];
}

export class SaidByItself implements Said {
  readonly isTakenIn = false;
  readonly roots = [];
  private sorted: Conclusions | undefined;
  private known: readonly ReportPart[] | undefined;

  constructor(
    private readonly file: SessionFile,
    private readonly found: readonly RunFinding[],
    private readonly lookUp: LookUp,
  ) {}

  private get conclusions(): Conclusions {
    return (this.sorted ??= conclusionsOf(this.file, this.found));
  }

  get parts(): readonly ReportPart[] {
    return (this.known ??= concludeFile(this.conclusions, this.lookUp));
  }

  /** Works it out now. */
  settle(): void {
    this.known ??= concludeFile(this.conclusions, this.lookUp);
  }

  ahead(): Iterable<void> {
    return this.known ? [] : concludeAhead(this.conclusions);
  }
}

export class SaidByBuilds implements Said {
  readonly isTakenIn = true;
  private known: readonly ReportPart[] | undefined;
  private knownRoots: readonly RootView[] | undefined;

  constructor(
    private readonly file: SessionFile,
    private readonly answers: BuiltAnswers,
  ) {}

  get parts(): readonly ReportPart[] {
    return (this.known ??= [{ ...this.answers.of(this.file), by: unmoved }]);
  }

  get roots(): readonly RootView[] {
    return (this.knownRoots ??= this.answers.rootsOf(this.file));
  }

  ahead(): Iterable<void> {
    return [];
  }
}

export class Answer implements JudgedFile {
  private knownReport: ReportedFile | undefined;

  constructor(
    private readonly file: SessionFile,
    private readonly said: Said,
  ) {}

  /** Whether it is about that text, and not about one before. */
  isOf(file: SessionFile): boolean {
    return this.file === file;
  }

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

  objectsIn(document: number): readonly SourceObject[] {
    return this.file.objectsIn(document);
  }

  get parts(): readonly ReportPart[] {
    return this.said.parts;
  }

  hasFound(isLike: (finding: Pick<ExaminedFinding, 'code' | 'stage'>) => boolean): boolean {
    return this.file.hasFound(isLike);
  }

  ahead(): Iterable<void> {
    return this.said.ahead();
  }

  get isTakenIn(): boolean {
    return this.said.isTakenIn;
  }

  get roots(): readonly RootView[] {
    return this.said.roots;
  }

  get report(): ReportedFile {
    return (this.knownReport ??= joinParts(this.path, this.parts));
  }
}
