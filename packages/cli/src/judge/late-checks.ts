import { needsOf } from '@podlint/engine';

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
