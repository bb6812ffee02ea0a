import type { SourceFile } from '../documents/source-file.js';
import type { ExaminedFile, ExaminedObject } from '../pipeline/examined.js';
import type { LookUp } from '../pipeline/read-again.js';
import type { ReportedDocument } from '../report/report.js';
import type { Circumstances } from '../settings/circumstances.js';
import type { RunView } from '../rule/views.js';

/** Builds the kustomizations of a run. Loaded only where there is one. */
export interface KustomizeBuilds {
  /** Undefined: there is no kustomization among the files. */
  of(files: readonly SourceFile[]): RunBuilds | undefined;
}

/** What the kustomizations of a run make of its files. */
export interface RunBuilds {
  /** The files, patches marked. */
  readonly sources: readonly SourceFile[];
  readonly made: readonly MadeFile[];
  /** Whether builds judge the objects of a file, so that it is not judged by itself. */
  isTakenIn(path: string): boolean;
  /** The files of the run about which builds say something, with what they say. */
  judge(run: JudgedRun): ReadonlyMap<string, ExaminedFile>;
  /** Objects that no file of the run holds, and what was left out, by the file that they are reported with. */
  documentsOf(path: string): readonly ReportedDocument[];
}

/** The objects of a build as a file. */
export interface MadeFile {
  readonly source: SourceFile;
  /** The file of the kustomization: it says by what the objects are judged. */
  readonly kustomization: string;
  readonly extent: RunView['extent'];
}

/** A file of the run, and what it says by itself. */
export interface OwnFile {
  readonly source: SourceFile;
  readonly file: ExaminedFile;
  readonly by: Circumstances;
  /** Whether anything of it is reported. */
  readonly isConcerned: boolean;
}

export interface JudgedRun {
  readonly files: ReadonlyMap<string, OwnFile>;
  /** In the order of `made`: what was found in the objects, with their places in the text of the made file. */
  readonly made: readonly (readonly ExaminedObject[])[];
  readonly lookUp: LookUp;
}
