import { needsLateChecks } from '@podlint/kinds';
import type { FileView } from '../../service/file-view.js';

/** Whether a file may hold expressions, so that it is worth it to load their language. */
export function mayHoldExpressions({ path, text }: FileView): boolean {
  const source = text.getText();
  return isConfigOfRules(path) ? source.includes('customRules') : needsLateChecks(source);
}

/** Whether a file is the config of a folder, which can have rules of its own. */
export function isConfigOfRules(path: string): boolean {
  return /(?:^|\/)podlint\.config\.(?:ya?ml|json)$/.test(path);
}
