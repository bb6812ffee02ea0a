import { type Linter, type LinterMeans, type LinterOptions, createLinterWith } from '@podlint/engine';
import { catalogue } from '@podlint/rules';

/**
 * A linter with podlint's own rules, for those who load what some kinds need by themselves (`judge/late-checks.ts`).
 * @throws UnknownVersionError, UnknownRuleError
 */
export function equippedLinter(
  options: LinterOptions,
  means: LinterMeans,
  rules: Parameters<typeof createLinterWith>[0] = catalogue,
): Linter {
  return createLinterWith(rules, options, means);
}
