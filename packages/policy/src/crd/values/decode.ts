import type { FieldPath } from '@podlint/field-path';
import { own, setOwn } from '@podlint/plain';
import { parseTimestamp } from '../../cel/values/time.js';
import { isList, isObject, type Json } from './json.js';

type Scalar = 'string' | 'int64' | 'bool' | 'time';

/** What Go reads a field of JSON as. */
export type Shape = Scalar | 'json' | { readonly map: Shape } | { readonly list: Shape } | { readonly fields: Fields };

export type Fields = ReadonlyMap<string, Field>;

export interface Field {
  readonly shape: Shape;
  /** Written though it is empty (no omitempty). */
  readonly always?: true;
  /** A pointer: an empty value stays. */
  readonly pointer?: true;
}

/** Fields that are written only where they are not empty. */
export function fieldsOf(shapes: Readonly<Record<string, Shape>>): Fields {
  return new Map(Object.entries(shapes).map(([name, shape]) => [name, { shape }]));
}

/** Reads JSON as Go does: keeps what a shape names, and remembers what it does not, and what has the wrong type. */
export class Decoder {
  readonly unknown: FieldPath[] = [];
  fault: FieldPath | undefined;

  decode(raw: unknown, shape: Shape, path: FieldPath): unknown {
    if (shape === 'json') return raw;
    if (typeof shape === 'string') return isScalar(raw, shape) ? raw : this.fail(path);
    if ('list' in shape) return isList(raw) ? this.decodeList(raw, shape.list, path) : this.fail(path);
    if (!isObject(raw)) return this.fail(path);
    return 'map' in shape ? this.decodeMap(raw, shape.map, path) : this.decodeFields(raw, shape.fields, path);
  }

  private decodeList(list: readonly unknown[], shape: Shape, path: FieldPath): unknown[] {
    return list.map((item, at) => (item === null ? emptyOf(shape) : this.decode(item, shape, path.index(at))));
  }

  private decodeMap(map: Json, shape: Shape, path: FieldPath): Json {
    const entries = Object.entries(map).map(([key, value]) => {
      return [key, value === null ? emptyOf(shape) : this.decode(value, shape, path.child(key))] as const;
    });
    return Object.fromEntries(entries);
  }

  private decodeFields(raw: Json, fields: Fields, path: FieldPath): Json {
    const decoded: Json = {};
    for (const [name, field] of fields) {
      const value = own(raw, name) ?? undefined;
      const read = value === undefined ? undefined : this.decode(value, field.shape, path.child(name));
      if (read !== undefined && (field.pointer || !isEmpty(read))) setOwn(decoded, name, read);
      else if (field.always) setOwn(decoded, name, emptyOf(field.shape));
    }
    for (const name of Object.keys(raw)) if (!fields.has(name)) this.unknown.push(path.child(name));
    return decoded;
  }

  private fail(path: FieldPath): unknown {
    this.fault ??= path;
    return undefined;
  }
}

function isScalar(raw: unknown, shape: Scalar): boolean {
  if (shape === 'int64') return Number.isInteger(raw);
  if (shape === 'bool') return typeof raw === 'boolean';
  return typeof raw === 'string' && (shape === 'string' || parseTimestamp(raw) !== undefined);
}

function emptyOf(shape: Shape): unknown {
  return typeof shape === 'string' ? '' : {};
}

function isEmpty(value: unknown): boolean {
  if (isList(value)) return value.length === 0;
  if (isObject(value)) return Object.keys(value).length === 0;
  return value === '' || value === 0 || value === false;
}
