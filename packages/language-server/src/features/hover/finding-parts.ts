import { buildsNote, versionNote, type ReportedDiagnostic, type Severity } from '@podlint/engine';
import type { FileView } from '../../service/file-view.js';
import { shortMessage } from '../../service/short-message.js';
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
  const here = withoutUnset(diagnostics)
    .filter(({ range }) => range.start.offset <= offset && offset <= range.end.offset)
    .sort((a, b) => severities.indexOf(a.severity) - severities.indexOf(b.severity));
  const parts = [
    ...here.flatMap((found) => restOf(found, view)),
    ...unsetIn(diagnostics).flatMap((unset) => (isAt(view, unset, offset) ? partsOfUnset(view, unset) : [])),
  ];
  return [...new Set(parts)];
}

function isAt(view: FileView, unset: Unset, offset: number): boolean {
  const { start, end } = unsetDiagnostic(view, unset).range;
  return view.text.offsetAt(start) <= offset && offset <= view.text.offsetAt(end);
}

/** The list of problems says in a few words what each is about. */
function partsOfUnset(view: FileView, { found }: Unset): string[] {
  return found.length === 1
    ? found.flatMap((one) => restOf(one, view))
    : found.map(({ code: id, message }) => `${code(id)}: ${plain(message)}`);
}

/** What else there is to say: which versions have it in these words, and where kustomize made it. */
function restOf(found: ReportedDiagnostic, { versions }: FileView): string[] {
  const { rest } = shortMessage(found.message);
  const asked = versions.map(({ name }) => name);
  const notes = [versionNote(found.kubernetesVersions, asked), buildsNote(found)].filter((note) => note !== '');
  if (rest === '' && notes.length === 0) return [];
  const noted = notes.length === 0 ? '' : ` (${notes.join('; ')})`;
  return [`${code(found.code)}${plain(noted)}: ${plain(rest)}`];
}
