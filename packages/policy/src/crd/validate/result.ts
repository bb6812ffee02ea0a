import type { FieldPath } from '@podlint/field-path';
import type { Message } from '@podlint/messages';
import type { ErrorType } from '@podlint/validation';

export interface ValueError {
  readonly type: ErrorType;
  /** Below the value that is validated; undefined for what the server reports without a field. */
  readonly path: FieldPath | undefined;
  readonly at: FieldPath;
  readonly message: Message;
}

/** What a schema says of a value; of several results with errors the one with most matches counts. */
export class Result {
  errors: ValueError[] = [];
  matches = 0;

  static failed(error: ValueError): Result {
    const result = new Result();
    result.errors.push(error);
    return result;
  }

  get isValid(): boolean {
    return this.errors.length === 0;
  }

  add(type: ErrorType, at: FieldPath, message: Message): this {
    this.errors.push({ type, path: at, at, message });
    return this;
  }

  /** An error that the server reports at no field. */
  addAtNone(at: FieldPath, message: Message): this {
    this.errors.push({ type: 'FieldValueInvalid', path: undefined, at, message });
    return this;
  }

  merge(other: Result | undefined): this {
    if (!other) return this;
    for (const error of other.errors) this.errors.push(error);
    this.matches += other.matches;
    return this;
  }

  count(): this {
    this.matches++;
    return this;
  }
}
