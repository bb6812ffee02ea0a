import type { Kind, KubernetesVersion } from '@podlint/model';
import type { TextPart, YamlDocument } from '@podlint/syntax';
import { inspectBroken } from './inspect-broken.js';
import { inspectObject, inspectPatch, skippedObject } from './inspect-object.js';
import { objectsOf, type SourceObject } from './objects.js';
import { documentsIn, documentsOf, type NumberedDocument } from './parse.js';
import { LineIndex, type PartStart } from './positions.js';
import type { FileRole, SourceFile, Verdict } from './report.js';
import type { SkipReason } from './skip.js';
import type { Finding } from './stages/finding.js';
import { templateInReadable } from './template.js';

/** What one version says about an object; later stages add to the findings. */
export interface VersionJudgement {
  readonly version: KubernetesVersion;
  /** Absent for an object that podlint does not judge. */
  readonly verdict?: Verdict;
  readonly findings: Finding[];
  /** What the server would hold; absent for an object that does not decode. */
  readonly decoded?: { readonly kind: Kind; readonly value: Record<string, unknown> } | undefined;
}

/** An object, or a document that no object could be read from, and what was found in it. */
export interface InspectedObject {
  readonly document: YamlDocument;
  /** Which of the documents that have content. */
  readonly index: number;
  readonly object?: SourceObject | undefined;
  readonly judgements: readonly VersionJudgement[];
  /** Why it was not judged. */
  readonly skipped?: SkipReason | undefined;
  /** What it is instead of an object, where podlint knows. */
  readonly format?: string | undefined;
}

export interface InspectedFile {
  readonly path: string;
  readonly text: string;
  readonly lines: LineIndex;
  readonly objects: readonly InspectedObject[];
  /** Why none of it was read. */
  readonly skipped?: string;
}

/** A document, and what is known of its file. */
export interface SourceDocument extends Pick<InspectedObject, 'document' | 'index'> {
  readonly path: string;
  readonly role?: FileRole | undefined;
  readonly versions: readonly KubernetesVersion[];
}

/** Reads a file and asks the server of each version about everything in it. */
export function inspect(file: SourceFile, versions: readonly KubernetesVersion[]): InspectedFile {
  if ('skipped' in file)
    return { path: file.path, text: '', lines: new LineIndex(''), objects: [], skipped: file.skipped };
  const { path, text, role } = file;
  return {
    path,
    text,
    lines: new LineIndex(text),
    objects: inspectDocuments(documentsOf(text), { path, role, versions }),
  };
}

/** Where a part of a text stands in all of it. */
export interface PartPlace {
  readonly path: string;
  readonly start: PartStart;
  /** How many documents with content came before. */
  readonly documents: number;
}

/** A part of a text as if it were a file, and how many documents with content are in it. */
export function inspectPart(
  part: TextPart,
  { path, start, documents: before }: PartPlace,
  versions: readonly KubernetesVersion[],
): { readonly file: InspectedFile; readonly documents: number } {
  const documents = documentsIn(part, { documents: before, lines: start.lines });
  const file = {
    path,
    text: part.text,
    lines: new LineIndex(part.text, start),
    objects: inspectDocuments(documents, { path, versions }),
  };
  return { file, documents: documents.length };
}

function inspectDocuments(
  documents: readonly NumberedDocument[],
  of: Omit<SourceDocument, 'document' | 'index'>,
): InspectedObject[] {
  return documents.flatMap(({ document, index }) => inspectDocument({ ...of, document, index }));
}

export function inspectDocument(source: SourceDocument): InspectedObject[] {
  const { document } = source;
  const objects = objectsOf(document);
  if (document.problems.length > 0) return inspectBroken(source, objects);
  const template = templateInReadable(document, objects);
  if (template) return objects.map((object) => skippedObject(source, object, template));
  return objects.map((object, position) =>
    source.role === 'kustomize patch' && object.description.known
      ? inspectPatch(source, object)
      : inspectObject(source, object, position === 0 ? document.warnings : []),
  );
}
