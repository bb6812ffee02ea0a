import { own } from '@podlint/plain';

/** A schema in a CustomResourceDefinition, as it is written (apiextensions/v1, JSONSchemaProps). */
export type CustomSchema = Readonly<Record<string, unknown>>;

/** A field as a definition of custom resources describes it. */
export interface CustomField {
  readonly name: string;
  readonly schema: CustomSchema;
  readonly isRequired: boolean;
}

/** What every object has, whatever its definition says of it. */
const ofObjects: Readonly<Record<string, CustomSchema>> = {
  apiVersion: { type: 'string' },
  kind: { type: 'string' },
  metadata: { type: 'object' },
};

/** The fields that a value of the schema can have. `isObject`: it is a whole object. */
export function customFields(schema: CustomSchema, isObject = false): CustomField[] {
  const fields = { ...(isObject && ofObjects), ...propertiesOf(schema), ...(isObject && ofObjects) };
  const required = isObject ? ['metadata', ...requiredOf(schema)] : requiredOf(schema);
  return Object.entries(fields).flatMap(([name, value]) => {
    return isSchema(value) ? [{ name, schema: value, isRequired: required.includes(name) }] : [];
  });
}

/** The field at the end of a way down from an object; undefined where nothing is known. */
export function customFieldAlong(schema: CustomSchema, way: readonly (string | number)[]): CustomField | undefined {
  let field: CustomField | undefined = { name: '', schema, isRequired: false };
  for (const [depth, segment] of way.entries()) field = field && step(field, segment, depth === 0);
  return field;
}

function step(
  { name, schema, isRequired }: CustomField,
  segment: string | number,
  isObject: boolean,
): CustomField | undefined {
  const items = itemsOf(schema);
  if (typeof segment === 'number') return items && { name, schema: items, isRequired };
  const found = customFields(schema, isObject).find((field) => field.name === segment);
  const values = own(schema, 'additionalProperties');
  return found ?? (isSchema(values) ? { name: segment, schema: values, isRequired: false } : undefined);
}

export function itemsOf(schema: CustomSchema): CustomSchema | undefined {
  const items = own(schema, 'items');
  return isSchema(items) ? items : undefined;
}

/** Whether a value has fields that are known by their names. */
export function hasCustomFields(schema: CustomSchema): boolean {
  return Object.keys(propertiesOf(schema)).length > 0;
}

/** Whether a value can stand on the line of its key. */
export function isScalar(schema: CustomSchema): boolean {
  const type = own(schema, 'type');
  return type !== 'object' && type !== 'array' && !hasCustomFields(schema);
}

/** The values that are named. */
export function allowedBy(schema: CustomSchema): readonly unknown[] {
  const words = own(schema, 'enum');
  if (Array.isArray(words)) return words;
  return own(schema, 'type') === 'boolean' ? [true, false] : [];
}

/** `list of object`, `map of string` */
export function customTypeWords(schema: CustomSchema): string {
  const items = itemsOf(schema);
  if (items) return `list of ${customTypeWords(items)}`;
  const values = own(schema, 'additionalProperties');
  if (isSchema(values)) return `map of ${customTypeWords(values)}`;
  if (own(schema, 'x-kubernetes-int-or-string') === true) return 'number or string';
  const [type, format] = [own(schema, 'type'), own(schema, 'format')];
  const word = typeof type === 'string' && type !== '' ? type : 'any value';
  return typeof format === 'string' && format !== '' ? `${word} (${format})` : word;
}

function propertiesOf(schema: CustomSchema): CustomSchema {
  const properties = own(schema, 'properties');
  return isSchema(properties) ? properties : {};
}

function requiredOf(schema: CustomSchema): readonly unknown[] {
  const required = own(schema, 'required');
  return Array.isArray(required) ? required : [];
}

function isSchema(value: unknown): value is CustomSchema {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
