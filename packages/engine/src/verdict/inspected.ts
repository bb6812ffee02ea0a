import type { FieldPath } from '@podlint/field-path';
import type { PlacedTemplate } from '@podlint/kinds';
import type { KubernetesVersion } from '@podlint/model';
import type { DefaultsRecorder } from '@podlint/model/defaults';
import type { YamlDocument } from '@podlint/syntax';
import type { SourceObject } from '../documents/objects.js';
import type { LineIndex } from '../documents/positions.js';
import type { SkipReason } from '../documents/skip.js';
import type { FileRole } from '../documents/source-file.js';
import type { Finding } from '../findings/finding.js';
import type { Admitted } from './admission.js';
import type { CustomResources } from './custom-resources.js';
import type { Decoded } from './decoded.js';
import type { Verdict } from './verdict.js';

/** What the server is asked to do with an object. */
export type Operation =
  | { readonly operation: 'create'; readonly recorder?: DefaultsRecorder }
  | { readonly operation: 'update'; readonly stored: SourceObject };

/** What one version says about an object; later steps add to the findings. */
export interface VersionJudgement {
  readonly version: KubernetesVersion;
  /** Absent for an object that podlint does not judge. */
  readonly verdict?: Verdict;
  readonly findings: Finding[];
  /** Of an object that does not decode, the rest of it. */
  readonly decoded?: Decoded | undefined;
  /** Of an object of another kind that has several templates, or parts of some. */
  readonly templates?: readonly PlacedTemplate[] | undefined;
  /** Of a custom resource whose definition is at hand: the object as the server would hold it. */
  readonly effective?: Readonly<Record<string, unknown>> | undefined;
  /** Of an object that does not decode: the fields that were set aside. */
  readonly unread?: readonly FieldPath[] | undefined;
  /** What admission has done to the decoded object. */
  readonly admitted?: Omit<Admitted, 'findings'>;
}

/** An object, or a document that no object could be read from. */
export interface FoundObject {
  readonly document: YamlDocument;
  /** Which of the documents that have content. */
  readonly index: number;
  readonly object?: SourceObject | undefined;
  /** What its file is for, where another one says so. */
  readonly role?: FileRole | undefined;
  /** Why it was not judged. */
  readonly skipped?: SkipReason | undefined;
  /** What it is instead of an object, where podlint knows. */
  readonly format?: string | undefined;
}

/** The same, and what was found in it. */
export interface InspectedObject extends FoundObject {
  readonly judgements: readonly VersionJudgement[];
}

/** A file with the trees of its documents. Nobody keeps it longer than the work on the file takes. */
export interface InspectedFile {
  readonly path: string;
  readonly text: string;
  readonly lines: LineIndex;
  readonly objects: readonly InspectedObject[];
  /** Why none of it was read. */
  readonly skipped?: string;
}

/** What is asked about the objects of a file. */
export interface Inquiry {
  readonly versions: readonly KubernetesVersion[];
  /** Default: its creation. */
  readonly operationOn?: ((object: SourceObject) => Operation) | undefined;
  /** Undefined: no definition of other kinds is at hand. */
  readonly customResources?: CustomResources | undefined;
}

/** A document, and what is known of its file. */
export interface SourceDocument extends Pick<InspectedObject, 'document' | 'index' | 'role'>, Inquiry {
  readonly path: string;
}
