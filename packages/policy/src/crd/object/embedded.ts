import type { FieldPath } from '@podlint/field-path';
import { pushAll, setOwn } from '@podlint/plain';
import { complaintsOfLabel1035 } from '../../names/names.js';
import { says } from '../messages.js';
import { ResourceErrors, type ResourceError } from '../errors.js';
import { valuesOf, type Schema } from '../schema/schema.js';
import { isList, isObject, type Json } from '../values/json.js';
import { decodeMetadata } from './metadata.js';
import { validateEmbeddedMetadata } from './object-meta.js';

export interface Coerced {
  readonly unknown: readonly FieldPath[];
  /** What cannot be decoded: the first such field. */
  readonly fault: FieldPath | undefined;
}

type VisitResource = (object: Json, path: FieldPath) => void;

/** Reads the metadata of embedded resources again (apiserver/schema/objectmeta, Coerce). */
export function coerceEmbedded(value: unknown, schema: Schema | undefined, path: FieldPath): Coerced {
  const unknown: FieldPath[] = [];
  let fault: FieldPath | undefined;
  visitEmbedded(value, schema, path, (object, at) => {
    const wrong = ['apiVersion', 'kind'].find(
      (name) => Object.hasOwn(object, name) && typeof object[name] !== 'string',
    );
    const metadata = coerceMetadata(object, at);
    pushAll(unknown, metadata.unknown);
    fault ??= wrong === undefined ? metadata.fault : at.child(wrong);
  });
  return { unknown, fault };
}

function coerceMetadata(object: Json, path: FieldPath): Coerced {
  if (!Object.hasOwn(object, 'metadata')) return { unknown: [], fault: undefined };
  const { metadata, unknown, fault } = decodeMetadata(object['metadata'], path.child('metadata'));
  if (!fault) setOwn(object, 'metadata', metadata);
  return { unknown, fault: fault && path.child('metadata') };
}

/** apiVersion, kind and metadata of embedded resources (apiserver/schema/objectmeta/validation.go). */
export function validateEmbedded(value: unknown, schema: Schema | undefined, path: FieldPath): ResourceError[] {
  const errors = new ResourceErrors();
  visitEmbedded(value, schema, path, (object, at) => {
    for (const name of ['apiVersion', 'kind'])
      if (!Object.hasOwn(object, name)) errors.add('FieldValueRequired', at.child(name), says.required());
    validateTypeMeta(object, 'apiVersion', at, errors);
    validateTypeMeta(object, 'kind', at, errors);
    if (Object.hasOwn(object, 'metadata')) validateMetadata(object['metadata'], at.child('metadata'), errors);
  });
  return errors.list;
}

function validateTypeMeta(object: Json, name: 'apiVersion' | 'kind', path: FieldPath, errors: ResourceErrors): void {
  const value = Object.hasOwn(object, name) ? object[name] : undefined;
  if (value === undefined) return;
  const at = path.child(name);
  if (typeof value !== 'string') errors.add('FieldValueInvalid', at, says['must-be-text']());
  else if (value === '') errors.add('FieldValueInvalid', at, says['must-not-be-empty']());
  else if (name === 'apiVersion' && value.split('/').length > 2)
    errors.add('FieldValueInvalid', at, says['bad-version']({ version: value }));
  else if (name === 'kind' && complaintsOfLabel1035(value.toLowerCase()).length > 0)
    errors.add('FieldValueInvalid', at, says['bad-kind']({ kind: value }));
}

function validateMetadata(raw: unknown, path: FieldPath, errors: ResourceErrors): void {
  const { metadata, fault } = decodeMetadata(raw, path);
  if (fault) errors.add('FieldValueInvalid', path, says['bad-metadata']({ problem: fault.toString() }));
  else errors.merge(validateEmbeddedMetadata(metadata, path));
}

function visitEmbedded(value: unknown, schema: Schema | undefined, path: FieldPath, visit: VisitResource): void {
  if (!schema) return;
  if (isList(value)) value.forEach((item, at) => visitEmbedded(item, schema.items, path.index(at), visit));
  if (!isObject(value)) return;
  if (schema.embeddedResource) visit(value, path);
  for (const [name, below] of Object.entries(value)) {
    const property = schema.properties.get(name);
    if (property) visitEmbedded(below, property, path.child(name), visit);
    else visitEmbedded(below, valuesOf(schema), path.key(name), visit);
  }
}
