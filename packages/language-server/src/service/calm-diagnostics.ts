import type { Diagnostic, DiagnosticTag } from 'vscode-languageserver-types';
import { diagnosticsOf } from './diagnostics.js';
import type { Earlier } from './earlier.js';
import type { FileView } from './file-view.js';

/** Shown faded: it may no longer hold. */
const faded: DiagnosticTag = 1;

/**
 * What was found in a file, while a document of it cannot be read: what was said of that document stays. That it cannot
 * be read is said once the typing has stopped.
 */
export function calmDiagnostics(
  file: FileView,
  earlier: Earlier,
  { which, isTyping }: { readonly which: Parameters<typeof diagnosticsOf>[1]; readonly isTyping: boolean },
): Diagnostic[] {
  const now = diagnosticsOf(file, which).filter(({ range }) => !isTyping || !earlier.isUnreadable(range));
  const stays = diagnosticsOf(earlier.view, which).flatMap((found) => stale(found, earlier));
  return [...now, ...stays];
}

function stale(found: Diagnostic, earlier: Earlier): Diagnostic[] {
  const moved = earlier.moved(found.range);
  if (!moved) return [];
  const { range, isEdited } = moved;
  const isGone = range.start.line === range.end.line && range.start.character === range.end.character;
  if (isEdited && isGone) return [];
  const tags = isEdited ? [...(found.tags ?? []), faded] : found.tags;
  return [{ ...found, range, ...(tags && { tags }) }];
}
