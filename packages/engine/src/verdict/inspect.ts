import type { TextPart } from '@podlint/syntax';
import { faultCode, faultOfJudging, faultPath } from '../findings/fault.js';
import { finding } from '../findings/finding.js';
import { isEncrypted } from '../documents/encrypted.js';
import { objectsOf } from '../documents/objects.js';
import { documentsIn, documentsOfFile, type NumberedDocument } from '../documents/parse.js';
import { LineIndex, type PartStart } from '../documents/positions.js';
import type { SourceFile } from '../documents/source-file.js';
import { templateInReadable } from '../documents/template.js';
import { inspectBroken } from './inspect-broken.js';
import { inspectObject, inspectPatch } from './inspect-object.js';
import type { InspectedFile, InspectedObject, Inquiry, SourceDocument } from './inspected.js';
import { skippedObject } from './skipped-object.js';

/** Reads a file and asks the server of each version about everything in it. */
export function inspect(file: SourceFile, inquiry: Inquiry): InspectedFile {
  const { path } = file;
  if ('skipped' in file) return { path, text: '', lines: new LineIndex(''), objects: [], skipped: file.skipped };
  const { text, role } = file;
  const objects = inspectDocuments(documentsOfFile(file), { ...inquiry, path, role });
  return { path, text, lines: new LineIndex(text), objects };
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
  inquiry: Inquiry,
): { readonly file: InspectedFile; readonly documents: number } {
  const documents = documentsIn(part, { documents: before, lines: start.lines });
  const { text } = part;
  const objects = inspectDocuments(documents, { ...inquiry, path });
  return { file: { path, text, lines: new LineIndex(text, start), objects }, documents: documents.length };
}

function inspectDocuments(
  documents: readonly NumberedDocument[],
  of: Omit<SourceDocument, 'document' | 'index'>,
): InspectedObject[] {
  return documents.flatMap(({ document, index }) => inspectDocument({ ...of, document, index }));
}

/** A mistake of podlint's own in one document costs no other. */
export function inspectDocument(source: SourceDocument): InspectedObject[] {
  try {
    return inspectObjects(source);
  } catch (error) {
    return [faultyDocument(source, error)];
  }
}

function faultyDocument(source: SourceDocument, thrown: unknown): InspectedObject {
  const { range } = source.document;
  const fault = finding(faultCode, { message: faultOfJudging(thrown), path: faultPath, range });
  const judgements = source.versions.map((version) => ({ version, findings: [fault] }));
  return { ...skippedObject(source, undefined, 'fault of podlint'), judgements };
}

function inspectObjects(source: SourceDocument): InspectedObject[] {
  const { document } = source;
  const objects = objectsOf(document);
  if (document.problems.length > 0) return inspectBroken(source, objects);
  const template = templateInReadable(document, objects);
  if (template) return objects.map((object) => skippedObject(source, object, template));
  if (isEncrypted(document)) return objects.map((object) => skippedObject(source, object, 'encrypted'));
  if (source.role === 'test assertion')
    return objects.map((object) => skippedObject(source, object, 'assertion of a test'));
  return objects.map((object, position) =>
    source.role === 'kustomize patch' && object.description.kind !== undefined
      ? inspectPatch(source, object)
      : inspectObject(source, object, position === 0 ? document.warnings : []),
  );
}
