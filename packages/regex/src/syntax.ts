/** A set of characters, by code point. */
export type RuneSet = (code: number) => boolean;

/** What has no width: where it is. */
export type Assertion = 'text-start' | 'text-end' | 'line-start' | 'line-end' | 'word-boundary' | 'no-word-boundary';

/** A regular expression, parsed. */
export type Pattern =
  | { readonly kind: 'empty' }
  | { readonly kind: 'rune'; readonly set: RuneSet }
  | { readonly kind: 'assertion'; readonly assertion: Assertion }
  | { readonly kind: 'sequence'; readonly parts: readonly Pattern[] }
  | { readonly kind: 'choice'; readonly options: readonly Pattern[] }
  | Repetition;

export interface Repetition {
  readonly kind: 'repetition';
  readonly inner: Pattern;
  readonly min: number;
  /** Infinity: any number of times. */
  readonly max: number;
  readonly greedy: boolean;
}

/** The text is no regular expression of RE2. */
export class PatternFault extends Error {}
