import { defaultVersion, type KubernetesVersion } from '@podlint/model';
import { inspect, type InspectedObject } from '../inspect.js';
import { createLinterWith, type LinterOptions } from '../linter.js';
import type { ReportedFile, SourceFile } from '../report.js';
import type { Rule } from '../rule/rule.js';
import type { FileSettings } from '../settings.js';
import { versionNamed } from '../versions.js';

/** A file of a session, as it was judged last. */
export interface JudgedFile {
  readonly path: string;
  readonly text: string;
  readonly settings: FileSettings;
  /** Those that the file is judged for. */
  readonly versions: readonly KubernetesVersion[];
  /** In the order of the text; offsets count from the start of the file. */
  readonly objects: readonly InspectedObject[];
  readonly report: ReportedFile;
}

/** Files that are judged together again and again while they change. Its answers are those of `lint` of all its files. */
export interface Session {
  /** Adds a file, or gives it other text. */
  set(file: SourceFile): void;
  remove(path: string): void;
  /** Judges what has changed since the last call. Returns the paths of the files of which there is something else to say. */
  update(): readonly string[];
  /** As of the last update. */
  file(path: string): JudgedFile | undefined;
  files(): Iterable<JudgedFile>;
}

/** @throws UnknownVersionError, UnknownRuleError */
export function createSessionWith(catalogue: readonly Rule[], options: LinterOptions & { readonly settingsFor: NonNullable<LinterOptions['settingsFor']> }): Session {
  return new WholeSession(catalogue, options);
}

class WholeSession implements Session {
  private readonly sources = new Map<string, SourceFile>();
  private judged = new Map<string, JudgedFile>();
  private readonly linter;

  constructor(
    catalogue: readonly Rule[],
    private readonly options: LinterOptions & { readonly settingsFor: NonNullable<LinterOptions['settingsFor']> },
  ) {
    this.linter = createLinterWith(catalogue, options);
  }

  set(file: SourceFile): void {
    this.sources.set(file.path, file);
  }

  remove(path: string): void {
    this.sources.delete(path);
  }

  update(): readonly string[] {
    const { files } = this.linter.lint([...this.sources.values()]);
    this.judged = new Map(files.map((report) => [report.path, this.judgedFile(report)]));
    return files.map(({ path }) => path);
  }

  private judgedFile(report: ReportedFile): JudgedFile {
    const source = this.sources.get(report.path)!;
    const settings = this.options.settingsFor(report.path);
    const names = settings.kubernetesVersions ?? [];
    const versions = names.length === 0 ? [defaultVersion] : names.map(versionNamed);
    return { path: report.path, text: 'text' in source ? source.text : '', settings, versions, objects: inspect(source, versions).objects, report };
  }

  file(path: string): JudgedFile | undefined {
    return this.judged.get(path);
  }

  files(): Iterable<JudgedFile> {
    return this.judged.values();
  }
}
