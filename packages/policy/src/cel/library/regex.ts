import { declare, method, type Library } from '../environment.js';
import { matching } from '../evaluate/patterns.js';
import { intType, listOf, stringType } from '../types.js';

/** Kubernetes' regular expressions (apiserver/pkg/cel/library/regex.go). */
export const regexLibrary: Library = {
  functions: [
    declare('find', method('string_find_string', [stringType, stringType], stringType, matching('find'))),
    declare(
      'findAll',
      method('string_find_all_string', [stringType, stringType], listOf(stringType), matching('findAll')),
      method('string_find_all_string_int', [stringType, stringType, intType], listOf(stringType), matching('findAll')),
    ),
  ],
};
