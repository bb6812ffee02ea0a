import type { ReportedDiagnostic, ReportedFix } from '@podlint/engine';
import type { CodeAction, Diagnostic, TextEdit, WorkspaceEdit } from 'vscode-languageserver-types';
import { toDiagnostic, toRange } from '../diagnostics.js';
import type { FileView } from '../file-view.js';

/** A change of a file that a finding can be answered with. */
export interface Remedy {
  readonly title: string;
  readonly edits: readonly TextEdit[];
  /** The one to take without asking. */
  readonly isPreferred?: boolean;
}

export function quickFix(file: FileView, found: ReportedDiagnostic, { title, edits, isPreferred }: Remedy): CodeAction {
  const diagnostics: Diagnostic[] = [toDiagnostic(found)];
  return { title, kind: 'quickfix', diagnostics, ...(isPreferred && { isPreferred }), edit: editOf(file, edits) };
}

/** Of that version of the file only, so that no client applies it to another. */
export function editOf({ uri, text }: FileView, edits: readonly TextEdit[]): WorkspaceEdit {
  return { documentChanges: [{ textDocument: { uri, version: text.version }, edits: [...edits] }] };
}

export function toTextEdits({ edits }: Pick<ReportedFix, 'edits'>): TextEdit[] {
  return edits.map(({ range, text }) => ({ range: toRange(range), newText: text }));
}
