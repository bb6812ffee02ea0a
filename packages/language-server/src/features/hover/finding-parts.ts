import type { ReportedDiagnostic, Severity } from '@podlint/engine';
import { firstSentence } from '@podlint/messages';
import type { FileView } from '../../service/file-view.js';
import { unsetDiagnostic } from '../../service/unset-diagnostic.js';
import { unsetIn, withoutUnset, type Unset } from '../../service/unset.js';
import { code, plain } from './markdown.js';

const severities: readonly Severity[] = ['error', 'warning', 'info', 'hint'];

/**
 * What the list of problems has no room for: why what was found at an offset matters, and what to do. The gravest comes
 * first. Editors show the first sentences beside it.
 */
export function findingParts(view: FileView, offset: number): string[] {
  const { diagnostics } = view;
  return [
    ...withoutUnset(diagnostics)
      .filter(({ range }) => range.start.offset <= offset && offset <= range.end.offset)
      .sort((a, b) => severities.indexOf(a.severity) - severities.indexOf(b.severity))
      .flatMap(restOf),
    ...unsetIn(diagnostics).flatMap((unset) => (isAt(view, unset, offset) ? partsOfUnset(unset) : [])),
  ];
}

function isAt(view: FileView, unset: Unset, offset: number): boolean {
  const { start, end } = unsetDiagnostic(view, unset).range;
  return view.text.offsetAt(start) <= offset && offset <= view.text.offsetAt(end);
}

/** The list of problems says in a few words what each is about. */
function partsOfUnset({ found }: Unset): string[] {
  return found.length === 1
    ? found.flatMap(restOf)
    : found.map(({ code: id, message }) => `${code(id)}: ${plain(message)}`);
}

function restOf({ code: id, message }: ReportedDiagnostic): string[] {
  const { rest } = firstSentence(message);
  return rest === '' ? [] : [`${code(id)}: ${plain(rest)}`];
}
