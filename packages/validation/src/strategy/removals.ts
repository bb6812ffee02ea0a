import type { FeatureGate, FieldPath } from '@podlint/model';
import type { MovedItems } from './moved-items.js';

/** A field that the manifest sets and the server removes without a word. */
export interface DroppedField {
  readonly path: FieldPath;
  /** What would have to be on for the field to stay. */
  readonly gate: FeatureGate;
}

/** What of an object the server removed before it looked at it. */
export interface Removals {
  readonly dropped: DroppedField[];
  readonly moved: MovedItems[];
}
