import { applyFixes, createLinterWith, type ReportedDiagnostic } from '@podlint/engine';
import { catalogue } from '@podlint/rules';
import type { CodeAction, TextEdit } from 'vscode-languageserver-types';
import type { FileView } from '../file-view.js';
import { editOf } from './actions.js';
import { lineEdits } from './line-edits.js';

export const fixAllKind = 'source.fixAll.podlint';

/** As `podlint --fix`: a fix can uncover the next finding; fixes that never come to rest are cut off here. */
const maximumRounds = 10;

/**
 * Every safe fix of a file in one action, without its edits, which take longer to work out than one looks at a menu.
 */
export function fixAllAction({ uri }: FileView): CodeAction {
  return { title: 'Fix all safe podlint problems', kind: fixAllKind, data: { uri } };
}

/** The edits of such an action; none where there is nothing to fix. */
export function fixAllEdits(file: FileView): TextEdit[] {
  const before = file.text.getText();
  const after = fixedText(file, before);
  return after === before ? [] : lineEdits(before, after);
}

export function resolvedFixAll(file: FileView): CodeAction {
  return { ...fixAllAction(file), edit: editOf(file, fixAllEdits(file)) };
}

/** The first round goes by what was found with all files in sight. */
function fixedText({ path, settings, diagnostics }: FileView, before: string): string {
  let { text, applied } = applyFixes(before, diagnostics.filter(isForAll), 'safe');
  if (applied === 0) return before;
  const linter = createLinterWith(catalogue, settings);
  for (let round = 1; round < maximumRounds && applied > 0; round++)
    ({ text, applied } = applyFixes(
      text,
      linter.lint([{ path, text }]).files[0]!.diagnostics.filter(isForAll),
      'safe',
    ));
  return text;
}

/** What is worth knowing is no problem: nobody who saves a file wants it changed. So does `podlint --fix`. */
export function isForAll({ severity }: Pick<ReportedDiagnostic, 'severity'>): boolean {
  return severity === 'error' || severity === 'warning';
}
