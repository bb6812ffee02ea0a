import type { SourceFile } from '../documents/source-file.js';
import { compareText } from '../findings/compare-text.js';

/** In the order of the report. */
export function inOrder(files: readonly SourceFile[]): readonly SourceFile[] {
  return [...files].sort((a, b) => compareText(a.path, b.path));
}
