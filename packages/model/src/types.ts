import './type-additions.js';

/**
 * An object as it comes out of decoding: every field may be absent (Go's zero value), whatever the API marks as
 * required.
 * Nulls are gone, quantities are strings, int-or-strings stay as they were written.
 */
export type Decoded<T> = T extends readonly (infer Item)[]
  ? Decoded<Item>[]
  : T extends object
    ? string extends keyof T
      ? { [Key in keyof T]: Decoded<T[Key]> }
      : { -readonly [Field in keyof T]?: Decoded<T[Field]> }
    : T;

export type * as core from 'kubernetes-types/core/v1.js';
export type * as apps from 'kubernetes-types/apps/v1.js';
export type * as batch from 'kubernetes-types/batch/v1.js';
export type * as meta from 'kubernetes-types/meta/v1.js';
