import { parseText, type YamlDocument } from '@podlint/syntax';

/** A document that says something, and which of those it is: clients pass over documents without content. */
export interface NumberedDocument {
  readonly document: YamlDocument;
  readonly index: number;
}

export function documentsOf(text: string): NumberedDocument[] {
  const documents = parseText(text).documents.filter((document) => document.root !== undefined || document.problems.length > 0);
  return documents.map((document, index) => ({ document, index }));
}
