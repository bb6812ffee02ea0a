import type { FieldPath } from '@podlint/field-path';
import type { Minor } from '@podlint/model';
import type { Schema } from '../schema/schema.js';
import { knownFormat } from '../formats/formats.js';
import { says } from '../messages.js';
import { isInt64 } from './kinds.js';
import { Result } from './result.js';

interface NumberType {
  readonly type: string;
  readonly format: string;
}

/** Older versions do not tell their validator of numbers the type and the format (validate/schema.go). */
const typedSince: Minor = 36;

/** kube-openapi/pkg/validation/validate/validator.go, numberValidator. */
export function validateNumber(value: number, schema: Schema, path: FieldPath, minor: Minor): Result {
  const isTyped = minor >= typedSince && !schema.intOrString && (schema.type === 'integer' || schema.type === 'number');
  const type: NumberType = isTyped ? { type: schema.type, format: knownFormat(schema) } : { type: '', format: '' };
  const result = new Result();
  checkRange(value, type, 'the value', path, result);
  checkMultiple(value, schema.multipleOf, type, path, result);
  checkMaximum(value, schema, type, path, result);
  checkMinimum(value, schema, type, path, result);
  return result.count();
}

/** Whether a number is one of the type; upstream reports that at no field (IsValueValidAgainstRange). */
function checkRange(value: number, type: NumberType, what: string, path: FieldPath, result: Result): boolean {
  const fits = isInRange(value, type);
  if (!fits) result.addAtNone(path, says['out-of-range']({ what, value, type: type.format || type.type }));
  return fits;
}

function isInRange(value: number, { type, format }: NumberType): boolean {
  if (type === 'integer') return isInt64(value) && (format !== 'int32' || (value >= -(2 ** 31) && value < 2 ** 31));
  return format !== 'float' || Number.isFinite(Math.fround(value));
}

function checkMultiple(value: number, factor: number | undefined, type: NumberType, path: FieldPath, to: Result): void {
  if (factor === undefined) return;
  const fits = checkRange(factor, type, 'multipleOf', path, to);
  const whole = fits && isInt64(value);
  const by = whole ? Math.trunc(factor) : factor;
  if (by <= 0) to.add('FieldValueInvalid', path, says['bad-factor']({ factor }));
  else if (!(whole ? value % by === 0 : isMultiple(value, by)))
    to.add('FieldValueInvalid', path, says['not-multiple']({ value, factor }));
}

function isMultiple(value: number, factor: number): boolean {
  return isNearlyInteger(factor < 1 ? (1 / factor) * value : value / factor);
}

/** swag.IsFloat64AJSONInteger: an integer but for the error of doubles. */
function isNearlyInteger(value: number): boolean {
  if (!Number.isFinite(value) || Math.abs(value) > Number.MAX_SAFE_INTEGER) return false;
  const difference = Math.abs(value - Math.trunc(value));
  return value === 0 || difference === 0 || difference / Math.abs(value) < 1e-9;
}

function checkMaximum(value: number, schema: Schema, type: NumberType, path: FieldPath, result: Result): void {
  const { maximum, exclusiveMaximum } = schema;
  if (maximum === undefined) return;
  const limit = limitFor(value, maximum, checkRange(maximum, type, 'the maximum', path, result));
  if (exclusiveMaximum ? value < limit : value <= limit) return;
  const say = exclusiveMaximum ? says['not-below'] : says['too-large'];
  result.add('FieldValueInvalid', path, say({ value, limit: maximum }));
}

function checkMinimum(value: number, schema: Schema, type: NumberType, path: FieldPath, result: Result): void {
  const { minimum, exclusiveMinimum } = schema;
  if (minimum === undefined) return;
  const limit = limitFor(value, minimum, checkRange(minimum, type, 'the minimum', path, result));
  if (exclusiveMinimum ? value > limit : value >= limit) return;
  const say = exclusiveMinimum ? says['not-above'] : says['too-small'];
  result.add('FieldValueInvalid', path, say({ value, limit: minimum }));
}

/** An int64 is compared with a limit that was made one too. */
function limitFor(value: number, limit: number, fits: boolean): number {
  return fits && isInt64(value) ? Math.trunc(limit) : limit;
}
