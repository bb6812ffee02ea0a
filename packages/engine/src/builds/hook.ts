import type { Message } from '@podlint/messages';
import type { Substitution } from '@podlint/kustomize/project';
import type { JsonValue } from '@podlint/syntax';
import type { SaidEdit } from './argo-edit.js';
import type { SourceFile } from '../documents/source-file.js';
import type { ExaminedFile, ExaminedObject } from '../pipeline/examined.js';
import type { LookUp } from '../pipeline/read-again.js';
import type { ReportedDocument } from '../report/report.js';
import type { Circumstances } from '../settings/circumstances.js';
import type { RunView } from '../rule/views.js';

/** Builds the kustomizations of a run. Loaded only where there is one. */
export interface KustomizeBuilds {
  /**
   * Undefined: there is no kustomization among the files.
   *
   * @param around what the files are part of; default: they are all there is
   */
  of(files: readonly SourceFile[], around?: Surroundings): RunBuilds | undefined;
  /**
   * Reads the kustomizations, and builds none.
   *
   * @param most a kustomization that takes in more files is left alone, and what it takes in is built without it;
   * default: none is
   */
  parted(files: readonly SourceFile[], most?: number): Parting;
}

/** What something that deploys kustomizations does around their builds, by their folders. */
export interface SaidOfFolders {
  /** What Argo CD sets in them before. */
  readonly edits: ReadonlyMap<string, SaidEdit>;
  /** What Flux fills in after. */
  readonly substitutions: ReadonlyMap<string, Substitution>;
}

/** What a part of a run does not tell. */
export interface Surroundings extends SaidOfFolders {
  /** Whether the run builds kustomizations of other files, too. */
  readonly company: 'alone' | 'among others';
}

/** Files that kustomizations take in, and that can be built by themselves. */
interface PartOfRun extends SaidOfFolders {
  readonly files: readonly SourceFile[];
}

/** The files of a run, for who builds again and again what changes. */
export interface Parting {
  readonly families: readonly PartOfRun[];
  /** The files of kustomizations that are left alone. */
  readonly tooLarge: ReadonlySet<string>;
  /** Whether a file is a patch that no kustomization names. */
  isStrayPatch(file: SourceFile): boolean;
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
  /** What was built, and what could not be. */
  readonly roots: readonly BuiltRoot[];
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

/** A kustomization that nothing else of the run takes in. */
export interface BuiltRoot {
  /** Its folder as it is reported. */
  readonly name: string;
  /** The file of the kustomization. */
  readonly kustomization: string;
  /** The files that it takes in, those of its bases among them. */
  readonly takes: ReadonlySet<string>;
  /** Undefined: it could not be built. */
  readonly built?: BuiltObjects;
  /** Why it could not be built. */
  readonly failure?: SaidAt;
}

/** The objects of a build. */
export interface BuiltObjects {
  /** The text of the objects, a document each: a line that begins it, and a line of JSON. */
  readonly source: Extract<SourceFile, { readonly text: string }>;
  /** What was not fetched and not run. */
  readonly leftOut: readonly SaidAt[];
  /** Whether nothing was left out that could have changed the objects. */
  readonly isWhole: boolean;
  /** Where an object begins. */
  placeOf(object: number): SetAt | undefined;
  readonly values: readonly JsonValue[];
  /** Whether the name of an object ends in a hash of its content. */
  hasHashedName(object: number): boolean;
  /** Where something in an object was set, the best place first: of a field, or what stands at an offset of the text. */
  placesOf(object: number, path: readonly (string | number)[], offset: number): readonly SetAt[];
}

/** What a patch in one build is offered for: each is built, which costs too much for all findings of a large tree. */
export type Patched = 'errors' | 'all';

/** A message about a place in a file, where there is one. */
export interface SaidAt {
  readonly message: Message;
  readonly at: SetAt | undefined;
}

/** A stretch of a file, of which perhaps only the start is known. */
export interface SetAt {
  readonly file: string;
  readonly start: number;
  readonly end: number;
  readonly extent: 'text' | 'start';
}
