import type { FieldPath } from '@podlint/model';
import type { Context } from '../../context.js';

/**
 * The server reports some mistakes under a path that is not in the manifest, such as `persistentDisk` for
 * `gcePersistentDisk`.
 * Runs a check with the reported path, and notes on each error where the mistake really is.
 */
export function reportedUnder(
  reported: FieldPath,
  real: FieldPath,
  context: Context,
  check: (path: FieldPath) => void,
): void {
  const { errors } = context.report;
  const before = errors.length;
  check(reported);
  for (let i = before; i < errors.length; i++) {
    const error = errors[i];
    if (error && !error.at) errors[i] = { ...error, at: error.field.rebase(reported, real) };
  }
}
