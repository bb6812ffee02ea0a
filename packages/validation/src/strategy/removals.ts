import type { Message } from '@podlint/messages';
import type { FeatureGate, FieldPath } from '@podlint/model';
import type { MovedItems } from './moved-items.js';

/** A field that the manifest sets and the server removes without a word. */
export type DroppedField = DisabledField | IgnoredField;

interface DisabledField {
  readonly path: FieldPath;
  /** What would have to be on for the field to stay. */
  readonly gate: FeatureGate;
}

/** A field that goes whatever is on. */
interface IgnoredField {
  readonly path: FieldPath;
  readonly why: Message;
}

/** What of an object the server removed before it looked at it. */
export interface Removals {
  readonly dropped: DroppedField[];
  readonly moved: MovedItems[];
}
