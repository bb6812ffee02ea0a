import type { ReportedDiagnostic } from '@podlint/engine';
import type { CodeAction, Diagnostic, Position, WorkspaceEdit } from 'vscode-languageserver-types';
import type { FileView } from '../file-view.js';
import { editOf } from './actions.js';
import { suppressRemedies } from './suppress-actions.js';

/** What is run when a rule is to be hidden: whoever runs it asks where. */
export const hideCommand = 'podlint.disableRule';

/** Which finding is meant, as it was when the action was offered. */
export interface Hidden {
  readonly uri: string;
  readonly code: string;
  /** Where the finding starts; lines and characters from 0. */
  readonly position: Position;
}

/** A place where a comment, or an annotation, hides a rule. */
export interface HidingPlace {
  /** `on this line` */
  readonly place: string;
  readonly edit: WorkspaceEdit;
}

/** One entry for all places where a rule can be hidden; none where nothing could hide it. */
export function hideAction(file: FileView, found: ReportedDiagnostic, diagnostic: Diagnostic): CodeAction[] {
  const { code } = found;
  if (suppressRemedies(file, found).length === 0) return [];
  const title = `Disable ${code}...`;
  const hidden: Hidden = { uri: file.uri, code, position: startOf(found) };
  return [
    {
      title,
      kind: 'quickfix',
      diagnostics: [diagnostic],
      command: { title, command: hideCommand, arguments: [hidden] },
      // Editors ask for the edits of what has none.
      data: { uri: file.uri },
    },
  ];
}

/** Empty where the finding is there no more. */
export function hidingPlaces(file: FileView, { code, position }: Omit<Hidden, 'uri'>): HidingPlace[] {
  const found = file.diagnostics.find((one) => {
    const { line, character } = startOf(one);
    return one.code === code && line === position.line && character === position.character;
  });
  return found
    ? suppressRemedies(file, found).map(({ title, edits }) => ({
        place: title.slice(`Disable ${code} `.length),
        edit: editOf(file, edits),
      }))
    : [];
}

function startOf({ range: { start } }: ReportedDiagnostic): Position {
  return { line: start.line - 1, character: start.column - 1 };
}
