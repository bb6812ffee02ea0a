import { createLinterWith, type ReportedChoice, type ReportedDiagnostic, type ReportedFix } from '@podlint/engine';
import { catalogue } from '@podlint/rules';
import { applyEdits } from '@podlint/syntax';
import type { CodeAction, TextEdit } from 'vscode-languageserver-types';
import type { FileView } from '../file-view.js';
import { unsetDiagnostic } from '../unset-diagnostic.js';
import { unsetIn, type Unset } from '../unset.js';
import { editOf, quickFix } from './actions.js';
import { choiceRemedies, fixRemedies } from './fix-actions.js';
import { lineEdits } from './line-edits.js';

/** What can be done about what a container does not set: all at once, and each by itself. */
export function unsetActions(file: FileView, unset: Unset, resolution: 'late' | 'at-once'): CodeAction[] {
  const diagnostic = unsetDiagnostic(file, unset);
  return [
    ...setAll(file, unset, resolution),
    ...unset.found
      .flatMap((found) => [...fixRemedies(found), ...choiceRemedies(found)])
      .map((remedy) => quickFix(file, diagnostic, { ...remedy, isPreferred: false })),
  ];
}

/** By which a container is found again when its edits are asked for. */
interface UnsetData {
  readonly uri: string;
  readonly container: string;
}

function setAll(file: FileView, unset: Unset, resolution: 'late' | 'at-once'): CodeAction[] {
  const count = unset.found.filter(remedyOf).length;
  if (count < 2) return [];
  const some = count === unset.found.length ? 'all' : `${count} of the ${unset.found.length}`;
  const action: CodeAction = {
    title: `Set ${some} that container "${unset.found[0]?.container ?? ''}" does not set`,
    kind: 'quickfix',
    diagnostics: [unsetDiagnostic(file, unset)],
    data: { uri: file.uri, container: keyOf(unset) } satisfies UnsetData,
  };
  return [resolution === 'late' ? action : { ...action, edit: editOf(file, edits(file, unset)) }];
}

/** With its edits; undefined for an action about something else, or a container that sets all by now. */
export function resolvedUnset(file: FileView, action: CodeAction): CodeAction | undefined {
  const { container } = (action.data ?? {}) as Partial<UnsetData>;
  const unset = unsetIn(file.diagnostics).find((one) => keyOf(one) === container);
  return unset && { ...action, edit: editOf(file, edits(file, unset)) };
}

function keyOf({ found: [first], container }: Unset): string {
  return `${first?.document ?? ''} ${first?.item ?? ''} ${container.printed}`;
}

/**
 * One after the other, as each finds another text: two of them may need the same mapping. What only other files tell of
 * is not found in the document alone, and goes first.
 */
function edits(file: FileView, unset: Unset): TextEdit[] {
  const [first] = unset.found;
  const document = file.documents.find(({ index }) => index === first?.document)?.document;
  if (!document) return [];
  const whole = file.text.getText();
  const { start, end } = document.range;
  const linter = createLinterWith(catalogue, file.settings);
  const left = (text: string): readonly ReportedDiagnostic[] =>
    unsetIn(linter.lint([{ path: file.path, text }]).files[0]!.diagnostics).find(
      ({ container, found: [one] }) => container.printed === unset.container.printed && one?.item === first?.item,
    )?.found ?? [];
  const written = whole.slice(start, end);
  const alone = new Set(left(written).map(({ code }) => code));
  let text = applyEdits(
    written,
    unset.found.filter(({ code }) => !alone.has(code)).flatMap((found) => editsOf(found, start)),
  );
  const tried = new Set<string>();
  for (;;) {
    const next = left(text).find((found) => !tried.has(found.code) && remedyOf(found));
    if (!next) break;
    tried.add(next.code);
    text = applyEdits(text, editsOf(next, 0));
  }
  return lineEdits(whole, whole.slice(0, start) + text + whole.slice(end));
}

function editsOf(found: ReportedDiagnostic, before: number): Parameters<typeof applyEdits>[1] {
  return (remedyOf(found)?.edits ?? []).map(({ range, text }) => ({
    range: { start: range.start.offset - before, end: range.end.offset - before },
    text,
  }));
}

/** The one to take where nobody picks. */
function remedyOf({ fixes, choices }: ReportedDiagnostic): ReportedFix | ReportedChoice | undefined {
  const here = choices.filter(({ edits }) => edits.every(({ file }) => file === undefined));
  return fixes[0] ?? here.find(({ preferred }) => preferred) ?? here[0];
}
