import type { FieldPath } from '@podlint/field-path';
import type { Message } from '@podlint/messages';
import type { Range } from '@podlint/syntax';
import type { SchemaCode } from './codes.js';
import type { ProblemFix, RelatedRange, SchemaProblem } from './problem.js';
import { keyRangeOf, nodeAt, valueRangeOf, type ObjectSource } from './source.js';

interface Details {
  readonly message: Message;
  readonly fixes?: readonly ProblemFix[];
  readonly related?: readonly RelatedRange[];
}

/** A problem of a field's name: its place is the key. */
export function keyProblem(source: ObjectSource, code: SchemaCode, path: FieldPath, details: Details): SchemaProblem {
  return problem(source, code, path, details, keyRangeOf);
}

/** A problem of a value: its place is the value, if that is a scalar. */
export function valueProblem(source: ObjectSource, code: SchemaCode, path: FieldPath, details: Details): SchemaProblem {
  return problem(source, code, path, details, valueRangeOf);
}

function problem(
  source: ObjectSource,
  code: SchemaCode,
  path: FieldPath,
  details: Details,
  rangeOf: (document: ObjectSource['document'], node: number) => Range,
): SchemaProblem {
  const node = nodeAt(source, path) ?? source.start;
  return {
    code,
    path,
    range: rangeOf(source.document, node),
    related: [],
    fixes: [],
    ...details,
  };
}
