import { type Linter, type LinterMeans, type LinterOptions, createLinterWith } from '@podlint/engine';
import { catalogue } from '@podlint/rules';

/**
 * A linter with podlint's own rules.
 * @throws UnknownVersionError, UnknownRuleError
 */
export function createLinter(options: LinterOptions = {}): Linter {
  return equippedLinter(options, {});
}

/** The same with other means of work. */
export function equippedLinter(options: LinterOptions, means: LinterMeans): Linter {
  return createLinterWith(catalogue, options, means);
}
