import { readSchema } from '../schema/read-schema.js';
import type { Schema } from '../schema/schema.js';

const typeMeta = readSchema({ type: 'string' });
const metadata = readSchema({
  type: 'object',
  properties: { name: { type: 'string' }, generateName: { type: 'string' } },
});

/** The schema of a resource with the fields that every one has (schema/cel/model, WithTypeAndObjectMeta). */
export function withResourceFields(schema: Schema): Schema {
  if (namesAll(schema) || !typeMeta || !metadata) return schema;
  const fields = [['kind', typeMeta] as const, ['apiVersion', typeMeta] as const, ['metadata', metadata] as const];
  return { ...schema, properties: new Map([...schema.properties, ...fields]) };
}

function namesAll({ properties }: Schema): boolean {
  const named = properties.get('metadata');
  const texts = [
    properties.get('kind'),
    properties.get('apiVersion'),
    named?.properties.get('name'),
    named?.properties.get('generateName'),
  ];
  return named?.type === 'object' && texts.every((schema) => schema?.type === 'string');
}
