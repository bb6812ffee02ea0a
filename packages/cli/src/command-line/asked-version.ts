import type { Arguments } from './options.js';
import { complain } from './complain.js';
import type { Console } from './console.js';
import { askedVersions } from './values.js';

/**
 * The name of the version that `--kubernetes-version` names last, for commands that answer for one. What podlint does
 * not know about it is said. Throws UsageError.
 */
export function askedVersion(
  given: Pick<Arguments<'kubernetes-version'>, 'values'>,
  console: Console,
): string | undefined {
  const { names, notices } = askedVersions(given.values('kubernetes-version').slice(-1));
  complain(console, notices);
  return names[0];
}
