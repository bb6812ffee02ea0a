import { closest, distance } from 'fastest-levenshtein';

/**
 * The command line, or what it names, is wrong: ends with exit code 2. Each message is one line that says what to do.
 */
export class UsageError extends Error {
  override readonly name = 'UsageError';
  readonly messages: readonly string[];

  constructor(message: string, ...more: readonly string[]) {
    super(message);
    this.messages = [message, ...more];
  }
}

/** `; did you mean "x"?` where a candidate is near enough to be meant, nothing otherwise. */
export function didYouMean(text: string, candidates: readonly string[]): string {
  const nearest = closest(text, candidates);
  // Two edits are one transposition.
  const isNear = distance(text, nearest) <= Math.max(2, Math.floor(nearest.length / 3));
  return isNear ? `; did you mean "${nearest}"?` : '';
}

/** `"a", "b" or "c"` */
export function alternatives(names: readonly string[]): string {
  const quoted = names.map((name) => `"${name}"`);
  return quoted.length < 2 ? quoted.join('') : `${quoted.slice(0, -1).join(', ')} or ${quoted.at(-1)}`;
}
