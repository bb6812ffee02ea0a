import type { FieldPath } from '@podlint/field-path';
import { says } from '../messages.js';
import type { Schema } from '../schema/schema.js';
import { Result } from './result.js';

/** What a part of a schema says of the value. */
type Judge = (schema: Schema) => Result;

/** allOf, anyOf, oneOf and not (kube-openapi/pkg/validation/validate/schema_props.go). */
export function validateCombinations(schema: Schema, path: FieldPath, judge: Judge): Result {
  const result = new Result();
  if (schema.anyOf.length > 0) judgeAny(schema.anyOf, judge, path, result);
  if (schema.oneOf.length > 0) judgeOne(schema.oneOf, judge, path, result);
  if (schema.allOf.length > 0) judgeAll(schema.allOf, judge, path, result);
  if (schema.not && judge(schema.not).isValid) result.addAtNone(path, says.forbidden());
  return result.count();
}

function judgeAny(schemas: readonly Schema[], judge: Judge, path: FieldPath, result: Result): void {
  let best: Result | undefined;
  for (const schema of schemas) {
    const judged = judge(schema);
    if (judged.isValid) {
      result.merge(judged);
      return;
    }
    if (!best || judged.matches > best.matches) best = judged;
  }
  result.addAtNone(path, says['no-match']()).merge(best);
}

function judgeOne(schemas: readonly Schema[], judge: Judge, path: FieldPath, result: Result): void {
  const judged = schemas.map(judge);
  const valid = judged.filter(({ isValid }) => isValid);
  if (valid.length === 1) {
    result.merge(valid[0]);
    return;
  }
  result.addAtNone(path, says['not-one']({ count: valid.length }));
  // The first of those with most matches tells most.
  if (valid.length === 0) result.merge(judged.reduce((best, next) => (next.matches > best.matches ? next : best)));
}

function judgeAll(schemas: readonly Schema[], judge: Judge, path: FieldPath, result: Result): void {
  const judged = schemas.map(judge);
  for (const one of judged) result.merge(one);
  if (judged.some(({ isValid }) => !isValid)) result.addAtNone(path, says['not-all']());
}
