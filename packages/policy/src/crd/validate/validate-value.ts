import { FieldPath } from '@podlint/field-path';
import type { Minor } from '@podlint/model';
import { says } from '../messages.js';
import type { Correlation } from '../object/correlation.js';
import { valuesOf, type Schema } from '../schema/schema.js';
import type { Json } from '../values/json.js';
import { validateCombinations } from './combinations.js';
import { kindOf } from './kinds.js';
import { validateNumber } from './numbers.js';
import { Result, type ValueError } from './result.js';
import { hasType, validateEnum, validateFormat, validateText, validateType } from './scalars.js';

/**
 * What a schema finds wrong with a value (kube-openapi/pkg/validation/validate, SchemaValidator). With a correlation
 * what an update left as it was is not looked at again (apiextensions-apiserver's ratcheting).
 */
export function validateValue(
  value: unknown,
  schema: Schema,
  minor: Minor,
  correlation?: Correlation,
): readonly ValueError[] {
  const validator = new SchemaValidator(minor);
  const result = correlation
    ? validator.validateRatcheting(correlation, schema, FieldPath.root)
    : validator.validate(value, schema, FieldPath.root, undefined);
  return result.errors;
}

class SchemaValidator {
  constructor(private readonly minor: Minor) {}

  /** The value of a correlation; its errors do not count where it has not changed. */
  validateRatcheting(correlation: Correlation, schema: Schema, path: FieldPath): Result {
    const result = this.validate(correlation.value, schema, path, correlation);
    if (!result.isValid && correlation.isUnchanged) result.errors = [];
    return result;
  }

  /** `around` correlates the fields of the value. */
  validate(value: unknown, schema: Schema, path: FieldPath, around: Correlation | undefined): Result {
    const result = new Result();
    const kind = kindOf(value);
    if (kind === 'null')
      return result.merge(validateType(kind, value, schema, path)).merge(validateEnum(value, schema, path));
    if (hasType(schema)) result.merge(validateType(kind, value, schema, path)).count();
    result.merge(validateCombinations(schema, path, (part) => this.validate(value, part, path, around))).count();
    if (typeof value === 'string') validateString(value, schema, path, result);
    if (typeof value === 'number') result.merge(validateNumber(value, schema, path, this.minor)).count();
    if (Array.isArray(value)) result.merge(this.validateList(value, schema, path, around)).count();
    result.merge(validateEnum(value, schema, path)).count();
    if (kind === 'object') result.merge(this.validateObject(value as Json, schema, path, around)).count();
    return result.count();
  }

  private validateList(
    list: readonly unknown[],
    schema: Schema,
    path: FieldPath,
    around: Correlation | undefined,
  ): Result {
    const result = new Result();
    const { items, minItems, maxItems } = schema;
    if (items) {
      list.forEach((item, at) => {
        const child = around?.index(at);
        result.merge(this.validateChild(item, items, path.index(at), around, child));
      });
    }
    const { length } = list;
    if (minItems !== undefined && length < minItems)
      result.add('FieldValueInvalid', path, says['too-few-items']({ length, limit: minItems }));
    if (maxItems !== undefined && length > maxItems)
      result.add('FieldValueTooMany', path, says['too-many-items']({ length, limit: maxItems }));
    return result.count();
  }

  private validateObject(object: Json, schema: Schema, path: FieldPath, around: Correlation | undefined): Result {
    const result = new Result();
    checkSize(object, schema, path, result);
    for (const [name, value] of Object.entries(object)) {
      const below = schema.properties.get(name) ?? valuesOf(schema);
      if (below) result.merge(this.validateField(name, value, below, path, around));
      else if (schema.additionalProperties === false)
        result.add('FieldValueInvalid', path, says['unknown-property']({ name }));
    }
    for (const name of schema.required)
      if (!Object.hasOwn(object, name)) result.add('FieldValueRequired', path.child(name), says.required());
    return result;
  }

  private validateField(
    name: string,
    value: unknown,
    schema: Schema,
    path: FieldPath,
    around: Correlation | undefined,
  ): Result {
    const isTypeMeta = path.length === 0 && (name === 'kind' || name === 'apiVersion');
    return this.validateChild(value, schema, path.child(name), around, isTypeMeta ? undefined : around?.key(name));
  }

  /**
   * What was not there before is validated as it is; upstream goes on with the correlation of what is around it, by
   * which a field of it may be taken for one of the same name next to it (ratchetingValueValidator.SubPropertyValidator).
   */
  private validateChild(
    value: unknown,
    schema: Schema,
    path: FieldPath,
    around: Correlation | undefined,
    child: Correlation | undefined,
  ): Result {
    return child ? this.validateRatcheting(child, schema, path) : this.validate(value, schema, path, around);
  }
}

/** Each check of a text counts by itself. */
function validateString(value: string, schema: Schema, path: FieldPath, result: Result): void {
  result.merge(validateText(value, schema, path)).count();
  const wrong = validateFormat(value, schema, path);
  if (schema.format !== '') result.merge(wrong).count();
}

function checkSize(object: Json, schema: Schema, path: FieldPath, result: Result): void {
  const { minProperties, maxProperties } = schema;
  const { length } = Object.keys(object);
  if (minProperties !== undefined && length < minProperties)
    result.add('FieldValueInvalid', path, says['too-few-properties']({ length, limit: minProperties }));
  if (maxProperties !== undefined && length > maxProperties)
    result.add('FieldValueTooMany', path, says['too-many-properties']({ length, limit: maxProperties }));
}
