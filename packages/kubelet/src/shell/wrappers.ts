/** Programs that run the program which their words name. */
const wrappers: ReadonlySet<string> = new Set([
  'tini',
  'dumb-init',
  'catatonit',
  'sudo',
  'env',
  'nohup',
  'exec',
  'command',
  'busybox',
]);
const variable = /^[A-Za-z_]\w*=/;

/** `-o pipefail`, alone or behind other flags; of the wrappers, sudo's user and group. */
export const flagWithValue = /^(?:[-+][a-zA-Z]*[oO]|-[ug])$/;

/**
 * The index of a wrapper (`sudo`, `tini`, ...) among the words that stand before the program; undefined if it is not
 * there.
 */
export function wrapperIndex(words: readonly string[], wrapper: string): number | undefined {
  const index = words.slice(0, behindWrappers(words)).findIndex((word) => baseName(word) === wrapper);
  return index < 0 ? undefined : index;
}

export function behindWrappers(words: readonly string[]): number {
  let at = 0;
  while (at < words.length && wrappers.has(baseName(words[at]!))) {
    at++;
    while (at < words.length && (words[at]!.startsWith('-') || variable.test(words[at]!)))
      at += flagWithValue.test(words[at]!) ? 2 : 1;
  }
  return at;
}

export function baseName(word: string): string {
  return word.slice(word.lastIndexOf('/') + 1);
}
