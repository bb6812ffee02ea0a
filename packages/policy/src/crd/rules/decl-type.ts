import { largest } from '@podlint/plain';
import {
  boolType,
  bytesType,
  doubleType,
  durationType,
  dynType,
  intType,
  stringType,
  timestampType,
  type CelType,
} from '../../cel/types.js';
import { byteCount } from '../../cel/values/text.js';
import { valuesOf, type Schema } from '../schema/schema.js';
import { escapedName } from './escape.js';
import { withResourceFields } from './resource-fields.js';

/** What expressions see of a schema, and how large a value of it can be (apiserver/pkg/cel/types.go, DeclType). */
export type DeclType =
  | { readonly kind: 'simple'; readonly type: CelType; readonly maxElements: number; readonly minSize: number }
  | {
      readonly kind: 'list' | 'map';
      readonly element: DeclType;
      readonly maxElements: number;
      readonly minSize: number;
    }
  | {
      readonly kind: 'object';
      /** By their names in expressions. */
      readonly fields: ReadonlyMap<string, DeclType>;
      readonly maxElements: number;
      readonly minSize: number;
    };

/** The largest request that the server reads (apiserver/pkg/apis/cel/config.go, MaxRequestSizeBytes). */
export const maxRequestSize = 3 * 1024 * 1024;
const noLimit = maxRequestSize - 2;

/**
 * The type of a schema in expressions; undefined where they do not see it (apiserver/pkg/cel/common/schemas.go).
 * `resource`: its object has apiVersion, kind and metadata.
 */
export function declTypeOf(schema: Schema, resource: boolean): DeclType | undefined {
  if (schema.intOrString) return simple(dynType, 1, textLimit(schema));
  switch (schema.type) {
    case 'array':
      return listDecl(schema);
    case 'object':
      return objectDecl(resource ? withResourceFields(schema) : schema);
    case 'string':
      return textDecl(schema);
    case 'boolean':
      return simple(boolType, 4, 0);
    case 'number':
      return simple(doubleType, 1, 0);
    case 'integer':
      return simple(intType, 1, 0);
    default:
      return undefined;
  }
}

function simple(type: CelType, minSize: number, maxElements: number): DeclType {
  return { kind: 'simple', type, minSize, maxElements };
}

const notNegative = (limit: number): number => Math.max(0, limit);

/** Characters of four bytes each, or a request full of them. */
function textLimit({ maxLength }: Schema): number {
  return maxLength === undefined ? noLimit : notNegative(maxLength) * 4;
}

function textDecl(schema: Schema): DeclType {
  switch (schema.format) {
    case 'byte':
      return simple(bytesType, 2, schema.maxLength === undefined ? noLimit : notNegative(schema.maxLength));
    case 'duration':
      return simple(durationType, 3, 32);
    case 'date':
      return simple(timestampType, 12, 12);
    case 'date-time':
      return simple(timestampType, 21, 32);
    default:
      return simple(stringType, 2, enumLimit(schema) ?? textLimit(schema));
  }
}

function enumLimit({ maxLength, enum: allowed }: Schema): number | undefined {
  if (maxLength !== undefined || allowed.length === 0) return undefined;
  return Math.max(0, largest(allowed.map((text) => (typeof text === 'string' ? byteCount(text) : 0))));
}

function listDecl({ items, maxItems }: Schema): DeclType | undefined {
  const element = items && declTypeOf(items, items.embeddedResource);
  if (!element) return undefined;
  const most = maxItems === undefined ? Math.trunc(noLimit / (element.minSize + 1)) : notNegative(maxItems);
  return { kind: 'list', element, maxElements: most, minSize: 2 };
}

function objectDecl(schema: Schema): DeclType | undefined {
  const values = valuesOf(schema);
  return values ? mapDecl(schema, values) : fieldsDecl(schema);
}

function mapDecl({ maxProperties }: Schema, values: Schema): DeclType | undefined {
  const element = declTypeOf(values, values.embeddedResource);
  if (!element) return undefined;
  const most = maxProperties === undefined ? Math.trunc(noLimit / (element.minSize + 6)) : notNegative(maxProperties);
  return { kind: 'map', element, maxElements: most, minSize: 2 };
}

function fieldsDecl({ properties, required }: Schema): DeclType {
  const fields = new Map<string, DeclType>();
  const needed = new Set(required);
  let minSize = 2;
  for (const [name, property] of properties) {
    const type = declTypeOf(property, property.embeddedResource);
    if (!type) continue;
    const escaped = escapedName(name);
    if (escaped !== undefined) fields.set(escaped, type);
    if (needed.has(name) && property.default === undefined) minSize += byteCount(name) + type.minSize + 4;
  }
  return { kind: 'object', fields, maxElements: 0, minSize };
}
