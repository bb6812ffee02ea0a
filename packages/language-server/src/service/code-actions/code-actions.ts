import type { CodeAction, Range } from 'vscode-languageserver-types';
import type { ReportedDiagnostic } from '@podlint/engine';
import { toRange } from '../diagnostics.js';
import type { FileView } from '../file-view.js';
import { quickFix } from './actions.js';
import { fixAllAction, fixAllKind, isForAll, resolvedFixAll } from './fix-all.js';
import { choiceRemedies, fixRemedies } from './fix-actions.js';
import { suppressRemedies } from './suppress-actions.js';

export interface CodeActionOptions {
  /**
   * The kinds that are asked for; undefined: what can be done here, not what can be done to the whole file unless
   * something here can be fixed.
   */
  readonly only?: readonly string[] | undefined;
  /** Whether the client asks for the edits of an action that come late. */
  readonly resolution: 'late' | 'at-once';
}

/**
 * What can be done about the findings in a range: fixes first, then what a person may choose, then ways to hide them.
 */
export function codeActions(file: FileView, range: Range, { only, resolution }: CodeActionOptions): CodeAction[] {
  const found = isWanted('quickfix', only)
    ? file.diagnostics.filter((diagnostic) => touches(toRange(diagnostic.range), range))
    : [];
  const all =
    only === undefined
      ? found.some((one) => isForAll(one) && one.fixes.some(({ safety }) => safety === 'safe'))
      : isWanted(fixAllKind, only);
  return [
    ...found.flatMap((diagnostic) => fixRemedies(diagnostic).map((remedy) => quickFix(file, diagnostic, remedy))),
    ...found.flatMap((diagnostic) => choiceRemedies(diagnostic).map((remedy) => quickFix(file, diagnostic, remedy))),
    ...(all ? fixAll(file, resolution) : []),
    ...uniqueByCode(found).flatMap((diagnostic) =>
      suppressRemedies(file, diagnostic).map((remedy) => quickFix(file, diagnostic, remedy)),
    ),
  ];
}

function fixAll(file: FileView, resolution: CodeActionOptions['resolution']): CodeAction[] {
  if (resolution === 'late') return [fixAllAction(file)];
  const action = resolvedFixAll(file);
  return action.edit?.documentChanges?.every((change) => 'edits' in change && change.edits.length === 0)
    ? []
    : [action];
}

/** A kind is also asked for by what it is a part of: `source` by `source.fixAll`. */
function isWanted(kind: string, only: readonly string[] | undefined): boolean {
  return only === undefined || only.some((wanted) => kind === wanted || kind.startsWith(`${wanted}.`) || wanted === '');
}

function touches(a: Range, b: Range): boolean {
  return !isBefore(a.end, b.start) && !isBefore(b.end, a.start);
}

function isBefore(a: Range['start'], b: Range['start']): boolean {
  return a.line < b.line || (a.line === b.line && a.character < b.character);
}

function uniqueByCode(found: readonly ReportedDiagnostic[]): ReportedDiagnostic[] {
  return [
    ...new Map(found.map((diagnostic) => [`${diagnostic.code} ${diagnostic.range.start.line}`, diagnostic])).values(),
  ];
}
