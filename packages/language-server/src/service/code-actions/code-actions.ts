import type { CodeAction, Diagnostic, Range } from 'vscode-languageserver-types';
import type { ReportedDiagnostic } from '@podlint/engine';
import { isProblem } from '../diagnostics.js';
import type { FileView } from '../file-view.js';
import { toDiagnostic, toRange } from '../to-diagnostic.js';
import { together } from '../together.js';
import { unsetDiagnostic } from '../unset-diagnostic.js';
import { unsetIn, withoutUnset, type Unset } from '../unset.js';
import { quickFix, type Remedy } from './actions.js';
import { fixAllAction, fixAllKind, resolvedFixAll, type AskedBy } from './fix-all.js';
import { choiceRemedies, fixRemedies } from './fix-actions.js';
import { hideAction } from './hide-action.js';
import { suppressRemedies } from './suppress-actions.js';
import { unsetActions } from './unset-actions.js';

export interface CodeActionOptions {
  /**
   * The kinds that are asked for; undefined: what can be done here, not what can be done to the whole file unless
   * something here can be fixed.
   */
  readonly only?: readonly string[] | undefined;
  /** Whether the client asks for the edits of an action that come late. */
  readonly resolution: 'late' | 'at-once';
  readonly askedBy: AskedBy;
  /** Whether somebody asks where a rule is to be hidden, so that one entry a rule is enough. */
  readonly hiding: 'asks where' | 'each place';
}

/**
 * What can be done about the findings in a range: fixes first, then what a person may choose, then ways to hide them.
 */
export function codeActions(
  file: FileView,
  range: Range,
  { only, resolution, askedBy, hiding }: CodeActionOptions,
): CodeAction[] {
  const isQuick = isWanted('quickfix', only);
  const here = isQuick ? withoutUnset(file.diagnostics).filter((one) => touches(toRange(one.range), range)) : [];
  const found = together(here, file);
  const unset = isQuick ? unsetIn(file.diagnostics).filter((one) => isTouched(file, one, range)) : [];
  const all =
    only === undefined
      ? found.some((one) => isProblem(one.found) && one.found.fixes.some(({ safety }) => safety === 'safe'))
      : isWanted(fixAllKind, only);
  const quickFixes = (remedies: (one: ReportedDiagnostic) => readonly Remedy[]): CodeAction[] =>
    found.flatMap((one) =>
      remedies(one.found).map((remedy) => quickFix(file, toDiagnostic(one, file.versions), remedy)),
    );
  const hide = (one: ReportedDiagnostic, diagnostic: Diagnostic): CodeAction[] =>
    hiding === 'asks where' ? hideAction(file, one, diagnostic) : suppressions(file, one, diagnostic);
  return [
    ...quickFixes(fixRemedies),
    ...quickFixes(choiceRemedies),
    ...unset.flatMap((one) => unsetActions(file, one, resolution)),
    ...(all ? fixAll(file, resolution, askedBy) : []),
    ...uniqueByCode(found, ({ found: one }) => one).flatMap((one) => hide(one.found, toDiagnostic(one, file.versions))),
    ...unset.flatMap((one) =>
      uniqueByCode(one.found, (each) => each).flatMap((each) => hide(each, unsetDiagnostic(file, one))),
    ),
  ];
}

function suppressions(file: FileView, found: ReportedDiagnostic, diagnostic: Diagnostic): CodeAction[] {
  return suppressRemedies(file, found).map((remedy) => quickFix(file, diagnostic, remedy));
}

/** At the name of the container, or where one of the settings would be. */
function isTouched(file: FileView, unset: Unset, range: Range): boolean {
  return (
    touches(unsetDiagnostic(file, unset).range, range) || unset.found.some((one) => touches(toRange(one.range), range))
  );
}

function fixAll(file: FileView, resolution: CodeActionOptions['resolution'], askedBy: AskedBy): CodeAction[] {
  if (resolution === 'late') return [fixAllAction(file, askedBy)];
  const action = resolvedFixAll(file, askedBy);
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

function uniqueByCode<Shown>(shown: readonly Shown[], foundOf: (one: Shown) => ReportedDiagnostic): Shown[] {
  const byCode = new Map(
    shown.map((one) => {
      const { code, range } = foundOf(one);
      return [`${code} ${range.start.line}`, one];
    }),
  );
  return [...byCode.values()];
}
