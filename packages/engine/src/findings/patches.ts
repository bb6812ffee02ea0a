import { isPatchDirective } from '@podlint/schema';
import type { Finding } from './finding.js';

/** An unknown field that the reader of a patch knows. */
export function isDirective({ path }: Finding): boolean {
  return isPatchDirective(String(path.segment));
}
