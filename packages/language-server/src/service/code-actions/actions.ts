import type { ReportedChoice, ReportedFix } from '@podlint/engine';
import type { CodeAction, Diagnostic, TextEdit, WorkspaceEdit } from 'vscode-languageserver-types';
import { toRange } from '../to-diagnostic.js';
import type { FileView } from '../file-view.js';
import { uriOf } from '../uris.js';

/** A change of a file that a finding can be answered with. */
export interface Remedy {
  readonly title: string;
  readonly edits: readonly TextEdit[];
  /** The path of the file that it changes; default: the file with the finding. */
  readonly elsewhere?: string | undefined;
  /** The one to take without asking. */
  readonly isPreferred?: boolean;
}

/** @param diagnostic as the client was told of it */
export function quickFix(
  file: FileView,
  diagnostic: Diagnostic,
  { title, edits, elsewhere, isPreferred }: Remedy,
): CodeAction {
  const edit =
    elsewhere === undefined || elsewhere === file.path ? editOf(file, edits) : editElsewhere(elsewhere, edits);
  return { title, kind: 'quickfix', diagnostics: [diagnostic], ...(isPreferred && { isPreferred }), edit };
}

/** Which version of it the client has, if any, is not known here. */
function editElsewhere(path: string, edits: readonly TextEdit[]): WorkspaceEdit {
  return { documentChanges: [{ textDocument: { uri: uriOf(path), version: null }, edits: [...edits] }] };
}

/** Of that version of the file only, so that no client applies it to another. */
export function editOf({ uri, text }: FileView, edits: readonly TextEdit[]): WorkspaceEdit {
  return { documentChanges: [{ textDocument: { uri, version: text.version }, edits: [...edits] }] };
}

export function toTextEdits({ edits }: Pick<ReportedFix | ReportedChoice, 'edits'>): TextEdit[] {
  return edits.map(({ range, text }) => ({ range: toRange(range), newText: text }));
}
