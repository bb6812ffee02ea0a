import type {
  CustomResources,
  FileSettings,
  ReportedDiagnostic,
  RootView,
  ReportPart,
  SourceObject,
  Verdict,
} from '@podlint/engine';
import type { Kind, KubernetesVersion } from '@podlint/model';
import type { YamlDocument } from '@podlint/syntax';
import type { TextDocument } from 'vscode-languageserver-textdocument';

/**
 * A file as the features of the service see it: a snapshot that never changes. Offsets count UTF-16 units from the
 * start of the file, positions (lines and characters from 0) come from `text`.
 */
export interface FileView {
  readonly uri: string;
  /** As the report and related places name it. */
  readonly path: string;
  /** `getText()`, `positionAt()` and `offsetAt()`; its version is the client's. */
  readonly text: TextDocument;
  /**
   * The newest version that the file is judged for: the one that a single answer (a default, a field's type) is given
   * for.
   */
  readonly version: KubernetesVersion;
  /** All that it is judged for. */
  readonly versions: readonly KubernetesVersion[];
  readonly settings: FileSettings;
  /** Documents that say something, in the order of the text. */
  readonly documents: readonly DocumentView[];
  /** The objects of one document, by its index, for who asks at every key: no other document is read for it. */
  objectsIn(document: number): readonly SourceObject[];
  /** In the order of the text. Ranges have lines and columns from 1, and offsets. */
  readonly diagnostics: readonly ReportedDiagnostic[];
  /** The same, unmoved: what did not change since the last view is the same object. */
  readonly parts: readonly ReportPart[];
  /** The kustomizations that take it in and were built. */
  readonly roots: readonly RootView[];
}

export interface DocumentView {
  /** Its index is that of the report. Not empty `problems`: the tree holds only what could be read. */
  readonly document: YamlDocument;
  readonly index: number;
  /** The object, or the items of a List; none where nothing could be read. */
  readonly objects: readonly ObjectView[];
}

/** An object with what was found out about it, without the way to make it anew. */
export interface ObjectView extends Omit<SourceObject, 'json'> {
  /** Why it was not judged. */
  readonly skipped?: string | undefined;
  /** By the names of versions; empty for an object that was not judged. */
  readonly verdicts: Readonly<Record<string, Verdict>>;
  /**
   * For the view's version, with the server's defaults: shared with the judging, never to be changed. Undefined for
   * what does not decode.
   */
  readonly decoded?: { readonly kind: Kind; readonly value: Readonly<Record<string, unknown>> } | undefined;
}

/**
 * Everything that the server knows: open files with their unsaved text, the other manifests of the workspace folders as
 * they are on disk.
 */
export interface WorkspaceView {
  file(uri: string): FileView | undefined;
  /** The same for any file, also one without Kubernetes objects. */
  anyFile(uri: string): FileView | undefined;
  /** Views are made as they are asked for. */
  files(): Iterable<FileView>;
  /** What judges custom resources; undefined: no definition is known. */
  readonly customResources: CustomResources | undefined;
}
