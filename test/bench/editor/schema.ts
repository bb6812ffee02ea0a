import { defaultVersion, kinds } from '@podlint/model';
import { definitionOf, type Field } from '@podlint/schema';

type Schema = Readonly<Record<string, unknown>>;

/** The structure of the kinds that podlint judges as a JSON Schema, for a server that checks against one. */
export function structureSchema(): Schema {
  const definitions: Record<string, Schema> = {};
  const define = (type: string): void => {
    if (definitions[type]) return;
    definitions[type] = {};
    const fields = Object.entries(definitionOf(type) ?? {}).filter(
      ([, field]) =>
        (field.since ?? 0) <= defaultVersion.minor && defaultVersion.minor <= (field.until ?? defaultVersion.minor),
    );
    definitions[type] = {
      type: 'object',
      additionalProperties: false,
      properties: Object.fromEntries(fields.map(([name, field]) => [name, shaped(field)])),
    };
  };
  const shaped = ({ type, shape }: Field): Schema => {
    const value: Schema = definitionOf(type) ? { $ref: `#/definitions/${type}` } : {};
    if (definitionOf(type)) define(type);
    if (shape === 'list') return { type: ['array', 'null'], items: value };
    return shape === 'map' ? { type: ['object', 'null'], additionalProperties: value } : value;
  };
  const roots = kinds.map(({ apiVersion, kind, definition }) => {
    define(definition);
    return {
      if: { properties: { apiVersion: { const: apiVersion }, kind: { const: kind } } },
      then: { $ref: `#/definitions/${definition}` },
    };
  });
  return { definitions, allOf: roots };
}
