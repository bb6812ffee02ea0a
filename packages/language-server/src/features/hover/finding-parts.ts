import type { ReportedDiagnostic, Severity } from '@podlint/engine';
import { firstSentence } from '@podlint/messages';
import type { FileView } from '../../service/file-view.js';
import { code, plain } from './markdown.js';

const severities: readonly Severity[] = ['error', 'warning', 'info', 'hint'];

/**
 * What the list of problems has no room for: why what was found at an offset matters, and what to do. The gravest comes
 * first. Editors show the first sentences beside it.
 */
export function findingParts({ diagnostics }: FileView, offset: number): string[] {
  return diagnostics
    .filter(({ range }) => range.start.offset <= offset && offset <= range.end.offset)
    .sort((a, b) => severities.indexOf(a.severity) - severities.indexOf(b.severity))
    .flatMap(restOf);
}

function restOf({ code: id, message }: ReportedDiagnostic): string[] {
  const { rest } = firstSentence(message);
  return rest === '' ? [] : [`${code(id)}: ${plain(rest)}`];
}
