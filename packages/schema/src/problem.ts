import type { FieldPath } from '@podlint/field-path';
import type { Message } from '@podlint/messages';
import type { Range, TextEdit } from '@podlint/syntax';
import type { SchemaCode } from './codes.js';

/** `safe` keeps the meaning that the manifest plainly has; `unsafe` may change it, or is one of several ways out. */
export interface ProblemFix {
  readonly title: string;
  readonly safety: 'safe' | 'unsafe';
  readonly edits: readonly TextEdit[];
}

export interface RelatedRange {
  readonly message: Message;
  readonly range: Range;
}

/** Something that keeps the server from decoding an object as it is written. */
export interface SchemaProblem {
  readonly code: SchemaCode;
  /** What is wrong, why it matters, what to do. */
  readonly message: Message;
  /** From the object down, as the server prints it: `spec.containers[0].Image`. */
  readonly path: FieldPath;
  /** A key, or the value where the value is at fault. */
  readonly range: Range;
  readonly related: readonly RelatedRange[];
  readonly fixes: readonly ProblemFix[];
  /** Other fields that the same mistake is about. */
  readonly also?: readonly FieldPath[];
}
