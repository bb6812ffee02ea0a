import type { Minor } from '@podlint/model';
import { valuesOf, type Schema } from '../../../crd/schema/schema.js';
import { builtInSchema } from './built-in-schema.js';
import { untypedAtomic, untypedDeduced, type MapSchema, type MergeSchema, type ScalarType } from './merge-schema.js';

const scalars: ReadonlyMap<string, ScalarType> = new Map<string, ScalarType>([
  ['integer', 'number'],
  ['number', 'number'],
  ['boolean', 'boolean'],
]);

/** How objects of a CustomResourceDefinition merge (kube-openapi/pkg/schemaconv/openapi.go). */
export function definedSchema(schema: Schema | undefined, minor: Minor): MergeSchema {
  const own = schema ? schemaOf(schema, false) : untypedDeduced;
  const metadata = builtInSchema('meta.v1.ObjectMeta', minor);
  const { map } = own;
  const text: MergeSchema = { scalar: 'string' };
  const given = new Map([
    ['apiVersion', text],
    ['kind', text],
    ['metadata', metadata],
  ]);
  return { map: { atomic: map?.atomic ?? false, field: (name) => given.get(name) ?? map?.field(name) } };
}

function schemaOf(schema: Schema, preserves: boolean): MergeSchema {
  const keeps = preserves || schema.preserveUnknownFields;
  if (schema.intOrString) return { scalar: 'untyped' };
  if (schema.type === 'object') return { map: mapOf(schema, keeps) };
  if (schema.type === 'array') return { list: listOf(schema, keeps) };
  if (schema.type === 'string')
    return { scalar: schema.format === '' || schema.format === 'byte' ? 'string' : 'untyped' };
  const scalar = scalars.get(schema.type);
  if (scalar) return { scalar };
  return { scalar: 'untyped', list: listOf(schema, keeps), map: mapOf(schema, keeps) };
}

function mapOf(schema: Schema, keeps: boolean): MapSchema {
  const { properties, additionalProperties, mapType } = schema;
  const values = valuesOf(schema);
  const others = (): MergeSchema | undefined => {
    if (values) return schemaOf(values, keeps);
    if (additionalProperties === undefined) return keeps || properties.size === 0 ? untypedDeduced : undefined;
    return additionalProperties === true ? untypedDeduced : undefined;
  };
  return {
    atomic: mapType === 'atomic',
    field: (name) => {
      const property = properties.get(name);
      return property ? schemaOf(property, keeps) : others();
    },
  };
}

function listOf({ items, listType, listMapKeys }: Schema, keeps: boolean): NonNullable<MergeSchema['list']> {
  return {
    merges: listType === 'map' ? 'keyed' : listType === 'set' ? 'set' : 'atomic',
    keys: listMapKeys.map((name) => ({ name, default: items?.properties.get(name)?.default ?? null })),
    item: () => (items ? schemaOf(items, keeps) : untypedAtomic),
  };
}
