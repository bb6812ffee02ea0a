import { parsePart, parseText, type PartPosition, type TextPart, type YamlDocument } from '@podlint/syntax';

/** A document that says something, and which of those it is: clients pass over documents without content. */
export interface NumberedDocument {
  readonly document: YamlDocument;
  readonly index: number;
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
