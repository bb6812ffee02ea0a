import { LanguageService, type FileView } from '@podlint/language-server/service';
import type { FileSettings } from '@podlint/engine';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { CodeAction, Diagnostic, TextEdit } from 'vscode-languageserver-types';

export const uri = 'file:///w/a.yaml';

/** The view of one text that a client has open. */
export function viewOf(text: string, settings: FileSettings = {}): FileView | undefined {
  const service = new LanguageService({ settingsFor: () => settings, isIgnored: () => false });
  service.setDocument(TextDocument.create(uri, 'yaml', 1, text));
  return service.file(uri);
}

/** The words of a diagnostic, which podlint sends as plain text. */
export function messageOf({ message }: Pick<Diagnostic, 'message'>): string {
  return typeof message === 'string' ? message : message.value;
}

/** What a client makes of the edits of an action. */
export function applied(text: string, action: CodeAction): string {
  return withEdits(
    text,
    (action.edit?.documentChanges ?? []).flatMap((change) => ('edits' in change ? (change.edits as TextEdit[]) : [])),
  );
}

export function withEdits(text: string, edits: readonly TextEdit[]): string {
  return TextDocument.applyEdits(TextDocument.create(uri, 'yaml', 1, text), [...edits]);
}
