import type { Minor } from '@podlint/model';
import { Context } from './context.js';

/**
 * Whether a check finds anything. What the stored object gets wrong already, the new one mostly may as well, or it could
 * not be changed any more.
 */
export function findsErrors(minor: Minor, check: (context: Context) => void): boolean {
  const context = new Context(minor);
  check(context);
  return context.report.errors.length > 0;
}
