import { declare, overload, type Library } from '../environment.js';
import { stringType } from '../types.js';
import { typed } from './typed.js';

/** A key as JSON Patch writes it in a path: each character is replaced once. */
function escapeKey(key: string): string {
  return key.replace(/[/~]/g, (character) => (character === '/' ? '~1' : '~0'));
}

/** In mutating policies only (apiserver/pkg/cel/library/jsonpatch.go). */
export const jsonPatchLibrary: Library = {
  functions: [
    declare(
      'jsonpatch.escapeKey',
      overload('string_jsonpatch_escapeKey_string', [stringType], stringType, typed(escapeKey)),
    ),
  ],
};
