import type { ReportedDiagnostic } from '@podlint/engine';
import type { SyntaxCode } from '@podlint/syntax';
import type { Diagnostic } from 'vscode-languageserver-types';
import type { FileView } from './file-view.js';
import { toDiagnostic } from './to-diagnostic.js';
import { together, type Together } from './together.js';
import { unsetDiagnostic } from './unset-diagnostic.js';
import { withoutUnset, withUnsetApart, type Unset } from './unset.js';

/** What every reader of YAML finds, so that another server that reads it will say it too. */
export const yamlErrors: ReadonlySet<string> = new Set<SyntaxCode>([
  'schema/list-indent',
  'syntax/missing-space',
  'syntax/bad-indent',
  'syntax/unclosed-quote',
  'syntax/unclosed-bracket',
  'syntax/merge-conflict',
  'syntax/character',
  'syntax/escape',
  'syntax/anchor',
  'syntax/left-out',
  'syntax/invalid',
]);

export type Which = 'all' | 'without-yaml-errors';

/**
 * What an editor shows of a file: what a container does not set is one information. What did not move since the last
 * time is the same object.
 */
export function diagnosticsOf(view: FileView, which: Which = 'all'): Diagnostic[] {
  const shown: Diagnostic[] = [];
  for (const { diagnostics, by } of view.parts)
    for (const one of together(withUnsetApart(diagnostics), view))
      if (!('holdsFor' in one)) shown.push(movedUnset(view, one, by));
      else if (isWanted(one.found, which)) shown.push(movedDiagnostic(view, one, by.lines));
  return shown;
}

/** Of a file that nobody looks at: what only helps whoever reads it is left out. */
export function problemsOf(view: FileView, which: Which): Diagnostic[] {
  return view.parts.flatMap(({ diagnostics, by }) =>
    together(
      withoutUnset(diagnostics).filter((found) => isProblem(found) && isWanted(found, which)),
      view,
    ).map((one) => movedDiagnostic(view, one, by.lines)),
  );
}

export function isProblem({ severity }: Pick<ReportedDiagnostic, 'severity'>): boolean {
  return severity === 'error' || severity === 'warning';
}

function isWanted({ code }: ReportedDiagnostic, which: Which): boolean {
  return which === 'all' || !yamlErrors.has(code);
}

/** How each finding was shown last. */
const known = new WeakMap<
  ReportedDiagnostic,
  { readonly lines: number; readonly holdsFor: string; readonly of: number; readonly diagnostic: Diagnostic }
>();

/** @param lines how far it is moved down; what it relates to is in the same part of the text, or not moved at all */
function movedDiagnostic({ versions }: FileView, one: Together, lines: number): Diagnostic {
  const last = known.get(one.found);
  const holdsFor = one.holdsFor.join();
  if (last?.lines === lines && last.holdsFor === holdsFor && last.of === versions.length) return last.diagnostic;
  const diagnostic = toDiagnostic(one, versions, lines);
  known.set(one.found, { lines, holdsFor, of: versions.length, diagnostic });
  return diagnostic;
}

/** How what a container does not set was shown last, by the first of it. */
const knownUnset = new WeakMap<
  ReportedDiagnostic,
  { readonly lines: number; readonly last: ReportedDiagnostic; readonly diagnostic: Diagnostic }
>();

function movedUnset(view: FileView, unset: Unset, by: FileView['parts'][number]['by']): Diagnostic {
  const first = unset.found[0]!;
  const last = unset.found.at(-1)!;
  const shown = knownUnset.get(first);
  if (shown?.lines === by.lines && shown.last === last) return shown.diagnostic;
  const diagnostic = unsetDiagnostic(view, unset, by);
  knownUnset.set(first, { lines: by.lines, last, diagnostic });
  return diagnostic;
}
