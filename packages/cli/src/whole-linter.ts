import type { Linter, LinterOptions } from '@podlint/engine';
import { installLateChecks } from '@podlint/policy/late';
import { equippedLinter } from './linter.js';

/**
 * A linter with podlint's own rules. Its functions answer at once, whatever they are given, and run in browsers, so it
 * has all checks from the start; the command loads those that few kinds need when a text names one.
 * @throws UnknownVersionError, UnknownRuleError
 */
export function createLinter(options: LinterOptions = {}): Linter {
  installLateChecks();
  return equippedLinter(options, {});
}
