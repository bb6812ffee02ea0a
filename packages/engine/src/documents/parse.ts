import { parsePart, parseText, type PartPosition, type TextPart, type YamlDocument } from '@podlint/syntax';
import type { SourceFile } from './source-file.js';

type TextFile = Extract<SourceFile, { readonly text: string }>;

/** A document that says something, and which of those it is: clients pass over documents without content. */
export interface NumberedDocument {
  readonly document: YamlDocument;
  readonly index: number;
}

/** What was read of files for what they define, until somebody judges them. */
const readAhead = new WeakMap<TextFile, readonly NumberedDocument[]>();

/** Reads a file that will be judged later, too. */
export function documentsAhead(file: TextFile): readonly NumberedDocument[] {
  const documents = documentsOf(file.text);
  keepDocuments(file, documents);
  return documents;
}

/** What is read of a file for something else than judging it; a file that was read ahead is not read again. */
export function documentsMeanwhile(file: TextFile): readonly NumberedDocument[] {
  return readAhead.get(file) ?? documentsOf(file.text);
}

/** For who has read the text of a file that is judged next: it is not read again. */
export function keepDocuments(file: TextFile, documents: readonly NumberedDocument[]): void {
  readAhead.set(file, documents);
}

/** Nobody keeps what is read longer than the work on the file takes. */
export function documentsOfFile(file: TextFile): readonly NumberedDocument[] {
  const documents = readAhead.get(file);
  readAhead.delete(file);
  return documents ?? documentsOf(file.text);
}

export function documentsOf(text: string): NumberedDocument[] {
  return numbered(parseText(text).documents, 0);
}

/** Those of a part of a text; `before` counts documents that say something. */
export function documentsIn(part: TextPart, before: PartPosition): NumberedDocument[] {
  return numbered(parsePart(part, before).documents, before.documents);
}

function numbered(documents: readonly YamlDocument[], first: number): NumberedDocument[] {
  const saying = documents.filter((document) => document.root !== undefined || document.problems.length > 0);
  return saying.map((document, index) => ({ document, index: first + index }));
}
