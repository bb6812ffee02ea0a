import { type Linter, type LinterOptions, createLinterWith } from '@podlint/engine';
import { catalogue } from '@podlint/rules';

/**
 * A linter with podlint's own rules.
 * @throws UnknownVersionError, UnknownRuleError
 */
export function createLinter(options: LinterOptions = {}): Linter {
  return createLinterWith(catalogue, options);
}
