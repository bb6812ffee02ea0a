import type { Diagnostic } from 'vscode-languageserver-types';
import { diagnosticsOf } from './diagnostics.js';
import type { Earlier } from './earlier.js';
import type { FileView } from './file-view.js';

/** Shown faded: it may no longer hold. */
const faded = 1;

/**
 * What was found in a file, while a document of it cannot be read: what was said of that document stays. That it cannot
 * be read is said once the typing has stopped.
 */
export function calmDiagnostics(
  file: FileView,
  earlier: Earlier,
  { which, isTyping }: { readonly which: Parameters<typeof diagnosticsOf>[1]; readonly isTyping: boolean },
): Diagnostic[] {
  const now = diagnosticsOf(file, which).filter(
    ({ range }) => !isTyping || !earlier.isUnreadable(file.text.offsetAt(range.start)),
  );
  const stays = diagnosticsOf(earlier.view, which).flatMap((found) => moved(found, file, earlier));
  return [...now, ...stays];
}

function moved(found: Diagnostic, file: FileView, earlier: Earlier): Diagnostic[] {
  const { text } = earlier.view;
  const [start, end] = [text.offsetAt(found.range.start), text.offsetAt(found.range.end)];
  if (!earlier.speaksAt(start)) return [];
  const { isEdited, ...range } = earlier.moved({ start, end });
  if (isEdited && range.start === range.end) return [];
  const tags = isEdited ? [...(found.tags ?? []), faded as 1] : found.tags;
  return [
    {
      ...found,
      range: { start: file.text.positionAt(range.start), end: file.text.positionAt(range.end) },
      ...(tags && { tags }),
    },
  ];
}
