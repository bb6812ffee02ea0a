import type { FieldPath } from '@podlint/field-path';
import type { Message } from '@podlint/messages';

/** Something worth knowing about an object, before it has its place in a file. */
export interface Note {
  readonly message: Message;
  /** Undefined: the object itself. */
  readonly path?: FieldPath | undefined;
  readonly container?: string | undefined;
}
