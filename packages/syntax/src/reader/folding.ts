export interface ScannedScalar {
  readonly start: number;
  readonly end: number;
  /** The scalar's characters; undefined where these are its text as it stands. */
  readonly cooked: string | undefined;
}

/**
 * Line breaks inside a scalar that flows: one becomes a space, of several the first is dropped; Unicode separators
 * stay.
 */
export function fold(first: string, more: string): string {
  if (first !== '\n') return first + more;
  return more === '' ? ' ' : more;
}
