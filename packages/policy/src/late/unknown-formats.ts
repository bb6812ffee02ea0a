import { FieldPath } from '@podlint/field-path';
import { own } from '@podlint/plain';
import { objectOf, objectsOf, textOf } from '../crd/definition/fields.js';
import { readSpec } from '../crd/definition/spec.js';
import { formatIsKnown } from '../crd/formats/formats.js';
import { isList, isObject, type Json } from '../crd/values/json.js';

export interface UnknownFormat {
  readonly path: FieldPath;
  readonly format: string;
}

const versionsPath = FieldPath.root.child('spec', 'versions');

/** getUnrecognizedFormatsInCRD; a schema that all versions share is looked at once. */
export function unknownFormats(definition: Json): readonly UnknownFormat[] {
  const { versions, isCommon } = readSpec(own(definition, 'spec'));
  const looked = isCommon.schema ? versions.slice(0, 1) : versions;
  return looked.flatMap((version, i) => {
    const schema = objectOf(objectOf(version, 'schema') ?? {}, 'openAPIV3Schema');
    return schema ? formatsIn(schema, versionsPath.index(i).child('schema', 'openAPIV3Schema')) : [];
  });
}

function formatsIn(schema: Json, path: FieldPath): UnknownFormat[] {
  const format = textOf(schema, 'format');
  const isUnknown = format !== '' && !formatIsKnown(textOf(schema, 'type'), format);
  return [
    ...(isUnknown ? [{ path: path.child('format'), format }] : []),
    ...schemasIn(schema, path).flatMap(([inner, at]) => formatsIn(inner, at)),
  ];
}

const single = ['items', 'not', 'additionalProperties', 'additionalItems'];
const lists = ['items', 'allOf', 'anyOf', 'oneOf'];
const maps = ['properties', 'patternProperties', 'definitions', 'dependencies'];

/** The schemas inside of a schema, and where they are (SchemaHas). */
function schemasIn(schema: Json, path: FieldPath): (readonly [Json, FieldPath])[] {
  const found: (readonly [Json, FieldPath])[] = [];
  const add = (value: unknown, at: FieldPath): void => {
    if (isObject(value)) found.push([value, at]);
  };
  for (const name of single) add(own(schema, name), path.child(name));
  for (const name of lists) {
    const list = own(schema, name);
    if (isList(list))
      objectsOf(list).forEach((item, i) => {
        add(item, path.child(name).index(i));
      });
  }
  for (const name of maps)
    for (const [key, value] of Object.entries(objectOf(schema, name) ?? {})) add(value, path.child(name, key));
  return found;
}
