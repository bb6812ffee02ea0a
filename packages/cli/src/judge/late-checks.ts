import { needsOf, type FileSettings } from '@podlint/engine';
import type { Configs } from '@podlint/workspace';

let loading: Promise<void> | undefined;

/** Loads what only some kinds need (`needsOf`), once. */
export function loadLateChecks(): Promise<void> {
  return (loading ??= import('@podlint/policy/late').then(({ installLateChecks }) => {
    installLateChecks();
  }));
}

/** The same, if one of the texts may hold an object of such a kind. */
export async function loadLateChecksFor(texts: Iterable<string>): Promise<void> {
  for (const text of texts) if (needsOf(text).lateChecks) return loadLateChecks();
}

/** Loads what rules of the user's own need, if a config that was read has some, and checks them. Throws ConfigError. */
export async function checkExpressions(configs: Configs): Promise<void> {
  if (!configs.hasUncheckedExpressions) return;
  await loadLateChecks();
  configs.checkExpressions();
}

/** Loads what rules of the user's own need, if there are some in one of the settings. */
export async function loadRulesOf(all: Iterable<FileSettings>): Promise<void> {
  for (const { customRules = [] } of all) if (customRules.length > 0) return loadLateChecks();
}
