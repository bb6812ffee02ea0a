import type { FieldPath } from '@podlint/field-path';
import type { FieldScope, Scope } from './scopes.js';

/** What a suppression speaks of, whatever its ids are. */
export type Cover =
  | { readonly of: 'file' }
  /** What stands on the line, and what is in the container, object or field that starts on it. */
  | {
      readonly of: 'line';
      readonly line: number;
      readonly scopes: readonly Scope[];
      readonly fields: readonly FieldScope[];
    }
  /** From there to the end of the file, or to where the code is turned on again. */
  | { readonly of: 'text behind'; readonly start: number }
  /** What is below a field of an object. */
  | { readonly of: 'field'; readonly object: number; readonly path: FieldPath }
  | { readonly of: 'nothing' };
