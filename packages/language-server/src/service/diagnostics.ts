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
  return view.parts.flatMap((part) => shownOf(view, part).filter((diagnostic) => isWanted(diagnostic, which)));
}

/** Works out the same, part by part, so that there is less left to do. */
export function* diagnosticsAhead(view: FileView): Generator<void> {
  for (const part of view.parts) {
    shownOf(view, part);
    yield;
  }
}

/** Of a file that nobody looks at: what only helps whoever reads it is left out. */
export function problemsOf(view: FileView, which: Which): Diagnostic[] {
  return view.parts.flatMap(({ diagnostics, by }) =>
    together(
      withoutUnset(diagnostics).filter((found) => isProblem(found) && isWanted(found, which)),
      view,
    ).map((one) => toDiagnostic(one, view.versions, by.lines)),
  );
}

export function isProblem({ severity }: Pick<ReportedDiagnostic, 'severity'>): boolean {
  return severity === 'error' || severity === 'warning';
}

function isWanted({ code }: Pick<Diagnostic, 'code'>, which: Which): boolean {
  return which === 'all' || !yamlErrors.has(String(code));
}

type Part = FileView['parts'][number];

/** How parts were shown last, by what was found in them; `lines`: how far they are moved down. */
const known = new WeakMap<
  Part['diagnostics'],
  { readonly lines: number; readonly versions: FileView['versions']; readonly shown: readonly Diagnostic[] }
>();

function shownOf(view: FileView, part: Part): readonly Diagnostic[] {
  const { versions } = view;
  const { diagnostics, by } = part;
  const last = known.get(diagnostics);
  if (last?.lines === by.lines && last.versions === versions) return last.shown;
  const shown = together(withUnsetApart(diagnostics), view).map((one) => shownOne(view, one, part));
  known.set(diagnostics, { lines: by.lines, versions, shown });
  return shown;
}

/** What a finding relates to is in the same part of the text, or not moved at all. */
function shownOne(view: FileView, one: Together | Unset, { by }: Part): Diagnostic {
  return 'holdsFor' in one ? toDiagnostic(one, view.versions, by.lines) : unsetDiagnostic(view, one, by);
}
