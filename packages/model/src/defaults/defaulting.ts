import type { Minor } from '../versions.js';

/** A default that was filled in. */
export interface FilledDefault {
  /** The struct or the map that got it. */
  readonly owner: object;
  /** The name of the field, or the key in the map. */
  readonly field: string;
  readonly value: unknown;
  /** A short reason: `Always, because the tag is latest or missing`. */
  readonly why: string;
}

/** What every default needs: the version whose defaults they are, and the log that they go into, if anybody asked. */
export interface Defaulting {
  readonly minor: Minor;
  readonly log?: FilledDefault[] | undefined;
}
