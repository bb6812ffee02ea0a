import { type Message, defineMessages } from '@podlint/messages';
import type { FieldPath } from '@podlint/model';
import { eitherOf, quotedList } from './lists.js';

const says = defineMessages('field-value', {
  'not-supported': '{field} must be {allowed}, not {value}',
  'not-one-of-many': '{field} cannot be {value}. Use one of {allowed}.',
});

/** The server's own error types, as in the Status of its answer (apimachinery/pkg/util/validation/field/errors.go). */
export type ErrorType =
  | 'FieldValueRequired'
  | 'FieldValueInvalid'
  | 'FieldValueNotSupported'
  | 'FieldValueDuplicate'
  | 'FieldValueForbidden'
  | 'FieldValueNotFound'
  | 'FieldValueTooLong'
  | 'FieldValueTooMany'
  | 'FieldValueTypeInvalid'
  | 'InternalError';

/** The other end of a mistake: the first of two duplicates, the list of volumes that a mount looks into. */
export interface Related {
  readonly field: FieldPath;
  readonly message: Message;
}

/**
 * A part of a text that a field holds. It is counted in UTF-16 units from the first character that is no blank, as some
 * texts are read without what is around them.
 */
export interface TextSpan {
  readonly offset: number;
  readonly length: number;
}

export interface FieldError {
  readonly type: ErrorType;
  /** The field that the server names. */
  readonly field: FieldPath;
  /** What is wrong, why it matters, what to do. Its words are never compared with anything. */
  readonly message: Message;
  /** Where the mistake sits in the manifest, when that is not the field that the server names. */
  readonly at?: FieldPath | undefined;
  /** The mistake is the key of that place, not its value. */
  readonly inKey?: true;
  readonly related?: readonly Related[];
  /** What of the field's text is wrong, where that is a part of it. */
  readonly span?: TextSpan | undefined;
  /** The values that the server takes there, in the order a person would want to read them. */
  readonly allowed?: readonly string[];
}

export type ErrorDetails = Pick<FieldError, 'at' | 'inKey' | 'related' | 'span'>;

/** Collects what a validation finds; one method for each of the server's error types. */
export class ErrorList {
  readonly errors: FieldError[] = [];

  required(field: FieldPath, message: Message, details?: ErrorDetails): void {
    this.errors.push({ type: 'FieldValueRequired', field, message, ...details });
  }

  invalid(field: FieldPath, message: Message, details?: ErrorDetails): void {
    this.errors.push({ type: 'FieldValueInvalid', field, message, ...details });
  }

  /**
   * A message of one's own says more than the allowed values do.
   */
  notSupported(
    field: FieldPath,
    value: unknown,
    allowed: readonly string[],
    details?: ErrorDetails & Partial<Pick<FieldError, 'message'>>,
  ): void {
    this.errors.push({
      type: 'FieldValueNotSupported',
      field,
      message: notSupportedMessage(field, value, allowed),
      allowed,
      ...details,
    });
  }

  duplicate(field: FieldPath, message: Message, details?: ErrorDetails): void {
    this.errors.push({ type: 'FieldValueDuplicate', field, message, ...details });
  }

  forbidden(field: FieldPath, message: Message, details?: ErrorDetails): void {
    this.errors.push({ type: 'FieldValueForbidden', field, message, ...details });
  }

  notFound(field: FieldPath, message: Message, details?: ErrorDetails): void {
    this.errors.push({ type: 'FieldValueNotFound', field, message, ...details });
  }

  tooLong(field: FieldPath, message: Message, details?: ErrorDetails): void {
    this.errors.push({ type: 'FieldValueTooLong', field, message, ...details });
  }

  tooMany(field: FieldPath, message: Message, details?: ErrorDetails): void {
    this.errors.push({ type: 'FieldValueTooMany', field, message, ...details });
  }

  internal(field: FieldPath, message: Message, details?: ErrorDetails): void {
    this.errors.push({ type: 'InternalError', field, message, ...details });
  }

  typeInvalid(field: FieldPath, message: Message, details?: ErrorDetails): void {
    this.errors.push({ type: 'FieldValueTypeInvalid', field, message, ...details });
  }
}

/** So many values can be read in one sentence. */
const few = 6;

/** The value as JSON: not every one is a text. */
function notSupportedMessage(path: FieldPath, value: unknown, allowed: readonly string[]): Message {
  const facts = { field: nearestName(path), value: JSON.stringify(value) };
  return allowed.length > few
    ? says['not-one-of-many']({ ...facts, allowed: quotedList(allowed) })
    : says['not-supported']({ ...facts, allowed: eitherOf(allowed) });
}

/** The name of the field, or of the list that it is an item of. */
function nearestName({ kind, segment, holder }: FieldPath): string {
  return kind === 'index' ? nearestName(holder) : String(segment);
}
