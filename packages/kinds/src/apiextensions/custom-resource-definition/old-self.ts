import { type Decoded, FieldPath, type apiextensions } from '@podlint/model';
import type { Context } from '@podlint/validation';

type Schema = Decoded<apiextensions.JSONSchemaProps>;

const gate = 'CRDValidationRatcheting';

/** Rules lose `optionalOldSelf` while its gate is off (dropOptionalOldSelfField), which is in 1.29 only. */
export function dropOldSelf(
  { spec: { versions = [] } = {} }: Decoded<apiextensions.CustomResourceDefinition>,
  context: Context,
): void {
  if (context.enabled(gate)) return;
  const path = FieldPath.root.child('spec', 'versions');
  versions.forEach(({ schema }, i) => {
    if (schema?.openAPIV3Schema)
      dropFrom(schema.openAPIV3Schema, path.index(i).child('schema', 'openAPIV3Schema'), context);
  });
}

function dropFrom(schema: Schema, path: FieldPath, context: Context): void {
  schema['x-kubernetes-validations']?.forEach((rule, i) => {
    const place = path.child('x-kubernetes-validations').index(i).child('optionalOldSelf');
    if (rule.optionalOldSelf) context.dropped.push({ path: place, gate });
    delete rule.optionalOldSelf;
  });
  const { properties = {}, items, additionalProperties } = schema;
  for (const [name, property] of Object.entries(properties))
    dropFrom(property, path.child('properties', name), context);
  if (Array.isArray(items))
    items.forEach((item, i) => {
      dropFrom(item, path.child('items').index(i), context);
    });
  else if (isSchema(items)) dropFrom(items, path.child('items'), context);
  if (isSchema(additionalProperties)) dropFrom(additionalProperties, path.child('additionalProperties'), context);
}

function isSchema(value: unknown): value is Schema {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
