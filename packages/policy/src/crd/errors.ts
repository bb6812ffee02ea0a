import { FieldPath } from '@podlint/field-path';
import type { Message } from '@podlint/messages';
import type { ErrorType, FieldError } from '@podlint/validation';

/** A mistake in a custom object or in a definition, as the server reports it. */
export interface ResourceError {
  readonly type: ErrorType;
  /** The field as the server prints it, which is not always where it is: `<nil>`, `spec.validation`. */
  readonly field: string;
  /** Where it is in the manifest. */
  readonly at: FieldPath;
  readonly message: Message;
}

/** How the server prints a path; of the object itself it has none. */
export function fieldText(path: FieldPath): string {
  return path.toString() || '<nil>';
}

/** The same error of a built-in part. */
export function resourceError({ type, field, at, message }: FieldError): ResourceError {
  return { type, field: field.toString(), at: at ?? field, message };
}

/** Collects errors at fields. */
export class ResourceErrors {
  readonly list: ResourceError[] = [];

  add(type: ErrorType, at: FieldPath, message: Message, field = fieldText(at)): void {
    this.list.push({ type, field, at, message });
  }

  merge(errors: readonly ResourceError[]): void {
    for (const error of errors) this.list.push(error);
  }
}
