import { sameJson } from '@podlint/plain';
import type { FieldPath } from '@podlint/field-path';
import { runeCount } from '../../cel/values/text.js';
import { regexOf, PatternFault } from '@podlint/regex';
import { findTextFormat, knownFormat } from '../formats/formats.js';
import { says, shownValue } from '../messages.js';
import type { Schema } from '../schema/schema.js';
import { kindOf, type Kind } from './kinds.js';
import { Result, type ValueError } from './result.js';

const numberTypes: readonly string[] = ['integer', 'number'];

/** kube-openapi/pkg/validation/validate/type.go */
export function validateType(kind: Kind, value: unknown, schema: Schema, path: FieldPath): Result {
  const types = typesOf(schema);
  const format = knownFormat(schema);
  const fits = kind === 'null' ? types.length === 0 || schema.nullable : fitsType(kind, value, types, format);
  if (fits) return new Result().count();
  const message = says.type({ expected: types.join(' or ') || format, actual: kind });
  return new Result().add('FieldValueTypeInvalid', path, message);
}

function typesOf({ type, intOrString }: Schema): readonly string[] {
  if (intOrString) return ['integer', 'string'];
  return type === '' ? [] : [type];
}

function fitsType(kind: Kind, value: unknown, types: readonly string[], format: string): boolean {
  const isNumber = types.some((type) => numberTypes.includes(type));
  // What has a format is looked at by its format, be it a list.
  if (!isNumber && format !== '' && (kind === 'string' || kind === 'array')) return true;
  if (types.includes(kind)) return true;
  if (kind === 'integer') return types.includes('number');
  return kind === 'number' && types.includes('integer') && Number.isInteger(value);
}

/** Whether the type of a schema is looked at: it has one, or a format. */
export function hasType(schema: Schema): boolean {
  return schema.intOrString || schema.type !== '' || knownFormat(schema) !== '';
}

/** stringValidator: the first mistake only. */
export function validateText(value: string, schema: Schema, path: FieldPath): Result | undefined {
  const error = textError(value, schema, path);
  return error && Result.failed(error);
}

function textError(value: string, schema: Schema, path: FieldPath): ValueError | undefined {
  const { maxLength, minLength, pattern } = schema;
  const length = maxLength === undefined && minLength === undefined ? 0 : runeCount(value);
  const at = { path, at: path };
  if (maxLength !== undefined && length > maxLength)
    return { type: 'FieldValueTooLong', ...at, message: says['too-long']({ length, limit: maxLength }) };
  if (minLength !== undefined && length < minLength)
    return { type: 'FieldValueInvalid', ...at, message: says['too-short']({ length, limit: minLength }) };
  if (pattern !== '' && !matches(value, pattern))
    return { type: 'FieldValueInvalid', ...at, message: says.pattern({ value: shownValue(value), pattern }) };
  return undefined;
}

function matches(value: string, pattern: string): boolean {
  const regex = regexOf(pattern);
  return !(regex instanceof PatternFault) && regex.test(value);
}

export function validateFormat(value: string, schema: Schema, path: FieldPath): Result | undefined {
  const format = knownFormat(schema);
  const check = format === '' ? undefined : findTextFormat(format);
  if (!check || check(value)) return undefined;
  return new Result().add('FieldValueTypeInvalid', path, says.format({ value: shownValue(value), format }));
}

/** basicCommonValidator: a number is converted to the type of the allowed value before they are compared. */
export function validateEnum(value: unknown, schema: Schema, path: FieldPath): Result | undefined {
  if (schema.enum.length === 0 || schema.enum.some((allowed) => isAllowed(value, allowed))) return undefined;
  const allowed = schema.enum.map((item) => (typeof item === 'string' ? item : JSON.stringify(item))).join(', ');
  return new Result().add('FieldValueNotSupported', path, says.enum({ value: shownValue(value), allowed }));
}

function isAllowed(value: unknown, allowed: unknown): boolean {
  if (value === null || allowed === null) return false;
  if (typeof value === 'number' && typeof allowed === 'number' && kindOf(allowed) === 'integer')
    return Math.trunc(value) === allowed;
  return sameJson(value, allowed);
}
