import type { Range as TextRange, TextEdit as SourceEdit } from '@podlint/syntax';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Range, TextEdit } from 'vscode-languageserver-types';

export function toRange(text: TextDocument, { start, end }: TextRange): Range {
  return { start: text.positionAt(start), end: text.positionAt(end) };
}

export function toEdits(text: TextDocument, edits: readonly SourceEdit[]): TextEdit[] {
  return edits.map(({ range, text: newText }) => ({ range: toRange(text, range), newText }));
}
