import { FieldPath } from '@podlint/field-path';
import { parseTimestamp } from '../../cel/values/time.js';
import { isList, isObject, own, setOwn, type Json } from '../values/json.js';

/** What Go reads a field of JSON as. */
type Shape =
  | 'string'
  | 'int64'
  | 'bool'
  | 'time'
  | 'json'
  | { readonly map: Shape }
  | { readonly list: Shape }
  | { readonly fields: ReadonlyMap<string, Field> };

interface Field {
  readonly shape: Shape;
  /** Written though it is empty (no omitempty). */
  readonly always?: true;
}

const owner = new Map<string, Field>([
  ['apiVersion', { shape: 'string', always: true }],
  ['kind', { shape: 'string', always: true }],
  ['name', { shape: 'string', always: true }],
  ['uid', { shape: 'string', always: true }],
  ['controller', { shape: 'bool' }],
  ['blockOwnerDeletion', { shape: 'bool' }],
]);
const managedFields = new Map<string, Field>([
  ['manager', { shape: 'string' }],
  ['operation', { shape: 'string' }],
  ['apiVersion', { shape: 'string' }],
  ['time', { shape: 'time' }],
  ['fieldsType', { shape: 'string' }],
  ['fieldsV1', { shape: 'json' }],
  ['subresource', { shape: 'string' }],
]);

/** metav1.ObjectMeta */
const objectMeta: Shape = {
  fields: new Map<string, Field>([
    ['name', { shape: 'string' }],
    ['generateName', { shape: 'string' }],
    ['namespace', { shape: 'string' }],
    ['selfLink', { shape: 'string' }],
    ['uid', { shape: 'string' }],
    ['resourceVersion', { shape: 'string' }],
    ['generation', { shape: 'int64' }],
    ['creationTimestamp', { shape: 'time' }],
    ['deletionTimestamp', { shape: 'time' }],
    ['deletionGracePeriodSeconds', { shape: 'int64' }],
    ['labels', { shape: { map: 'string' } }],
    ['annotations', { shape: { map: 'string' } }],
    ['ownerReferences', { shape: { list: { fields: owner } } }],
    ['finalizers', { shape: { list: 'string' } }],
    ['managedFields', { shape: { list: { fields: managedFields } } }],
  ]),
};

/** Pointers: a false or 0 that is there stays. */
const pointers: ReadonlySet<string> = new Set(['controller', 'blockOwnerDeletion', 'deletionGracePeriodSeconds']);

export interface DecodedMetadata {
  /** The metadata as the server writes it again: without what is empty or unknown. */
  readonly metadata: Json;
  readonly unknown: readonly FieldPath[];
  /** The first field whose value has the wrong type. */
  readonly fault: FieldPath | undefined;
}

/** Reads metadata as Go does (apiserver/schema/objectmeta, GetObjectMetaWithOptions). */
export function decodeMetadata(raw: unknown, path: FieldPath): DecodedMetadata {
  const decoder = new Decoder();
  const metadata = raw === null ? {} : decoder.decode(raw, objectMeta, path);
  return { metadata: isObject(metadata) ? metadata : {}, unknown: decoder.unknown, fault: decoder.fault };
}

class Decoder {
  readonly unknown: FieldPath[] = [];
  fault: FieldPath | undefined;

  decode(raw: unknown, shape: Shape, path: FieldPath): unknown {
    if (shape === 'json') return raw;
    if (typeof shape === 'string') return this.decodeScalar(raw, shape, path);
    if ('list' in shape) return isList(raw) ? this.decodeList(raw, shape.list, path) : this.fail(path);
    if (!isObject(raw)) return this.fail(path);
    return 'map' in shape ? this.decodeMap(raw, shape.map, path) : this.decodeFields(raw, shape.fields, path);
  }

  private decodeScalar(raw: unknown, shape: 'string' | 'int64' | 'bool' | 'time', path: FieldPath): unknown {
    return isScalar(raw, shape) ? raw : this.fail(path);
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

  private decodeFields(raw: Json, fields: ReadonlyMap<string, Field>, path: FieldPath): Json {
    const decoded: Json = {};
    for (const [name, { shape, always }] of fields) {
      const value = own(raw, name) ?? undefined;
      const read = value === undefined ? undefined : this.decode(value, shape, path.child(name));
      if (read !== undefined && !isEmpty(read, name)) setOwn(decoded, name, read);
      else if (always) setOwn(decoded, name, emptyOf(shape));
    }
    for (const name of Object.keys(raw)) if (!fields.has(name)) this.unknown.push(path.child(name));
    return decoded;
  }

  private fail(path: FieldPath): undefined {
    this.fault ??= path;
    return undefined;
  }
}

function isScalar(raw: unknown, shape: 'string' | 'int64' | 'bool' | 'time'): boolean {
  if (shape === 'int64') return Number.isInteger(raw);
  if (shape === 'bool') return typeof raw === 'boolean';
  return typeof raw === 'string' && (shape === 'string' || parseTimestamp(raw) !== undefined);
}

function emptyOf(shape: Shape): unknown {
  return typeof shape === 'string' ? '' : {};
}

function isEmpty(value: unknown, name: string): boolean {
  if (pointers.has(name)) return false;
  if (isList(value)) return value.length === 0;
  if (isObject(value)) return Object.keys(value).length === 0;
  return value === '' || value === 0 || value === false;
}
