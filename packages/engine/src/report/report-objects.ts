import type { ReportedDiagnostic, ReportedDocument, ReportedFile } from './report.js';

type Documents = ReportedFile['documents'];

/** Of lists that were asked: a file can have as many objects as findings. */
const byPlace = new WeakMap<Documents, ReadonlyMap<string, ReportedDocument>>();

/** The object that a finding is about; undefined where none could be read. */
export function objectOf(
  diagnostic: Pick<ReportedDiagnostic, 'document' | 'item'>,
  file: Pick<ReportedFile, 'documents'>,
): ReportedDocument | undefined {
  const known = byPlace.get(file.documents) ?? indexOf(file.documents);
  byPlace.set(file.documents, known);
  return known.get(placeInFile(diagnostic.document, diagnostic.item));
}

/** The first of a place. */
function indexOf(documents: Documents): ReadonlyMap<string, ReportedDocument> {
  return new Map(documents.toReversed().map((document) => [placeInFile(document.index, document.item), document]));
}

/** The same for an object and for what is found in it. */
export function placeInFile(index: number, item: number | undefined): string {
  return item === undefined ? String(index) : `${index}/${item}`;
}

/** `Deployment web`; empty for what has no kind. */
export function objectName(object: Pick<ReportedDocument, 'kind' | 'name'> | undefined): string {
  if (object?.kind === undefined) return '';
  return object.name === undefined ? object.kind : `${object.kind} ${object.name}`;
}
