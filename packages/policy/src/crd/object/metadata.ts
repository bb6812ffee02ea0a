import type { FieldPath } from '@podlint/field-path';
import { Decoder, fieldsOf, type Field, type Shape } from '../values/decode.js';
import { isObject, type Json } from '../values/json.js';

const owner = new Map<string, Field>([
  ['apiVersion', { shape: 'string', always: true }],
  ['kind', { shape: 'string', always: true }],
  ['name', { shape: 'string', always: true }],
  ['uid', { shape: 'string', always: true }],
  ['controller', { shape: 'bool', pointer: true }],
  ['blockOwnerDeletion', { shape: 'bool', pointer: true }],
]);
const managedFields = fieldsOf({
  manager: 'string',
  operation: 'string',
  apiVersion: 'string',
  time: 'time',
  fieldsType: 'string',
  fieldsV1: 'json',
  subresource: 'string',
});

/** metav1.ObjectMeta */
const objectMeta: Shape = {
  fields: new Map<string, Field>([
    ...fieldsOf({
      name: 'string',
      generateName: 'string',
      namespace: 'string',
      selfLink: 'string',
      uid: 'string',
      resourceVersion: 'string',
      generation: 'int64',
      creationTimestamp: 'time',
      deletionTimestamp: 'time',
      labels: { map: 'string' },
      annotations: { map: 'string' },
      ownerReferences: { list: { fields: owner } },
      finalizers: { list: 'string' },
      managedFields: { list: { fields: managedFields } },
    }),
    ['deletionGracePeriodSeconds', { shape: 'int64', pointer: true }],
  ]),
};

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
