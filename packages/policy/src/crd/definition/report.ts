import type { FieldPath } from '@podlint/field-path';
import type { Message } from '@podlint/messages';
import type { ErrorType, TextSpan } from '@podlint/validation';

/** Takes a mistake, at the field that the server names. */
export type Report = (type: ErrorType, path: FieldPath, message: Message, span?: TextSpan) => void;
