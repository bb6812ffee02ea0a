import { own } from '@podlint/plain';
import type { Minor, Structured } from '@podlint/model';
import { FieldPath } from '@podlint/field-path';
import type { JsonValue } from '@podlint/syntax';
import { validators } from '../generated/validators.js';
import { isBytes } from './bytes.js';
import { isInt64, isMicroTime, isQuantity, isTime } from './go-values.js';
import { childOf, isObject } from './source.js';
import { childPath, schemaDefinition, step, type Field } from './structure.js';

interface Violation {
  /** A JSON pointer to the object with the unknown field, or to the value of a wrong type. */
  readonly pointer: string;
  /** The unknown field. */
  readonly field?: string | undefined;
}

/** What the generated code asks and tells, as its `this` (scripts/keywords.mjs). */
class Decoding {
  /** Set where something is not written as Go holds it, be it only a null: the value has to be normalised. */
  loose = false;
  readonly violations: Violation[] = [];
  /** From a value that is about to be refused to what is wrong inside of it. */
  private depth = '';

  constructor(readonly minor: Minor) {}

  refuse(pointer: string, field?: string): void {
    this.violations.push({ pointer: pointer + this.depth, field });
    this.depth = '';
  }

  isInt64(value: JsonValue): boolean {
    return isInt64(value);
  }

  isQuantity(value: JsonValue): boolean {
    this.loose ||= typeof value === 'number';
    return isQuantity(value);
  }

  isTime(value: JsonValue): boolean {
    return isTime(value);
  }

  isMicroTime(value: JsonValue): boolean {
    return isMicroTime(value);
  }

  isStrings(value: JsonValue): boolean {
    return Array.isArray(value) && value.every((item) => item === null || typeof item === 'string');
  }

  isBytes(value: JsonValue): boolean {
    this.loose ||= Array.isArray(value);
    return isBytes(value);
  }

  /**
   * A JSON schema inside of another one, which Go reads by functions of its own: they do not mind fields that they do
   * not know, and all but these three make nothing of other values (apiextensions/v1/marshal.go).
   */
  isSchemaOrBool(value: JsonValue): boolean {
    return typeof value === 'boolean' || (isObject(value) && this.isSchema(value, ''));
  }

  isSchemaOrList(value: JsonValue): boolean {
    if (Array.isArray(value)) return value.every((item, index) => this.isSchema(item, `/${index}`));
    return !isObject(value) || this.isSchema(value, '');
  }

  isSchemaOrTexts(value: JsonValue): boolean {
    return Array.isArray(value) ? this.isStrings(value) : !isObject(value) || this.isSchema(value, '');
  }

  /** @param pointer from the value that is asked for to the schema */
  private isSchema(value: JsonValue, pointer: string): boolean {
    const inside = new Decoding(this.minor);
    validators[schemaDefinition]?.call(inside, value);
    this.loose ||= inside.loose || inside.violations.length > 0;
    const wrong = inside.violations.find(({ field }) => field === undefined);
    if (wrong) this.depth = pointer + wrong.pointer;
    return wrong === undefined;
  }
}

/** `unknown`: a field that what holds it does not have. `wrong-type`: a value that Go cannot put into its field. */
export interface Failure {
  readonly kind: 'unknown' | 'wrong-type';
  /** From the object down to the field or value. */
  readonly path: FieldPath;
  readonly value: JsonValue;
  /** unknown: what holds the field; wrong-type: what Go wants instead of the value. */
  readonly expected: Field;
}

export interface Check {
  readonly failures: readonly Failure[];
  readonly loose: boolean;
}

/**
 * Compares an object with the structure of its kind in that version. One pass; failures are described only when there
 * are some.
 */
export function check(json: JsonValue, kind: Structured, minor: Minor): Check {
  const validate = own(validators, kind.definition)!;
  const decoding = new Decoding(minor);
  validate.call(decoding, json);
  const failures = decoding.violations.map((violation) => describe(violation, json, kind, minor));
  return { failures, loose: decoding.loose };
}

function describe({ pointer, field }: Violation, json: JsonValue, kind: Structured, minor: Minor): Failure {
  let value: JsonValue = json;
  let expected: Field = { type: kind.definition };
  let path = FieldPath.root;
  for (const token of pointer.split('/').slice(1)) {
    const name = token.replaceAll('~1', '/').replaceAll('~0', '~');
    const segment = Array.isArray(value) ? Number(name) : name;
    path = childPath(path, expected, segment);
    value = childOf(value, segment) ?? null;
    expected = step(expected, segment, minor) ?? expected;
  }
  if (field === undefined) return { kind: 'wrong-type', path, value, expected };
  return { kind: 'unknown', path: path.child(field), value: childOf(value, field) ?? null, expected };
}
