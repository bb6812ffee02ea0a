import { applyFixes, createLinterWith } from '@podlint/engine';
import { catalogue } from '@podlint/rules';
import type { CodeAction, TextEdit } from 'vscode-languageserver-types';
import { isProblem } from '../diagnostics.js';
import type { FileView } from '../file-view.js';
import { withoutUnset } from '../unset.js';
import { editOf } from './actions.js';
import { lineEdits } from './line-edits.js';

export const fixAllKind = 'source.fixAll.podlint';

/** As `podlint --fix`: a fix can uncover the next finding; fixes that never come to rest are cut off here. */
const maximumRounds = 10;

/**
 * Every safe fix of a file in one action, without its edits, which take longer to work out than one looks at a menu.
 */
export function fixAllAction({ uri }: FileView, askedBy: AskedBy): CodeAction {
  return { title: 'Fix all safe podlint problems', kind: fixAllKind, data: { uri, askedBy } satisfies FixAllData };
}

/** Who wants the fixes: a person, or an editor that saves. */
export type AskedBy = 'person' | 'editor';

/** What comes back when the edits are asked for. */
export interface FixAllData {
  readonly uri: string;
  readonly askedBy: AskedBy;
}

/** What the fixes do and what they leave to a person, in words; undefined: nothing is left. */
export function fixAllWords({ diagnostics }: FileView): string | undefined {
  const problems = withoutUnset(diagnostics).filter(isProblem);
  const left = problems.filter(({ fixes }) => fixes.filter(({ safety }) => safety === 'safe').length !== 1);
  if (left.length === 0) return undefined;
  const offered = left.filter(({ fixes, choices }) => fixes.length > 0 || choices.length > 0).length;
  const others = [
    ...(offered > 0 ? [`${offered} can be mended with the light bulb, as a person has to choose`] : []),
    ...(left.length > offered ? [`${left.length - offered} cannot be mended by an edit that podlint knows`] : []),
  ];
  const fixed = problems.length - left.length;
  return `podlint fixes ${fixed} of ${problems.length} problem${problems.length === 1 ? '' : 's'} in this file. Of the others, ${others.join('; ')}.`;
}

/** The edits of such an action; none where there is nothing to fix. */
export function fixAllEdits(file: FileView): TextEdit[] {
  const before = file.text.getText();
  const after = fixedText(file, before);
  return after === before ? [] : lineEdits(before, after);
}

export function resolvedFixAll(file: FileView, askedBy: AskedBy): CodeAction {
  return { ...fixAllAction(file, askedBy), edit: editOf(file, fixAllEdits(file)) };
}

/**
 * What is worth knowing is no problem: nobody who saves a file wants it changed. So does `podlint --fix`. The first round
 * goes by what was found with all files in sight.
 */
function fixedText({ path, settings, diagnostics }: FileView, before: string): string {
  let { text, applied } = applyFixes(before, diagnostics.filter(isProblem), 'safe');
  if (applied === 0) return before;
  const linter = createLinterWith(catalogue, settings);
  for (let round = 1; round < maximumRounds && applied > 0; round++)
    ({ text, applied } = applyFixes(
      text,
      linter.lint([{ path, text }]).files[0]!.diagnostics.filter(isProblem),
      'safe',
    ));
  return text;
}
