import { own } from '@podlint/plain';
import type { Minor, Structured } from '@podlint/model';
import { FieldPath } from '@podlint/field-path';
import { structure, type Definition, type Field } from '@podlint/schemas';

export type { Definition, Field };

/** What `schema-or-bool`, `schema-or-list` and `schema-or-texts` can be, or have as their items. */
export const schemaDefinition = 'apiextensions.v1.JSONSchemaProps';

export function holdsSchemas(type: string): boolean {
  return type.startsWith('schema-or-');
}

/** The fields of a definition, of all versions; undefined for a plain type. */
export function definitionOf(type: string): Definition | undefined {
  return own(structure, holdsSchemas(type) ? schemaDefinition : type);
}

export function isKnown(field: Field, minor: Minor): boolean {
  return (field.since ?? minor) <= minor && minor <= (field.until ?? minor);
}

/** A definition's field as that version has it; undefined where it has none of that name. */
export function fieldOf(type: string, name: string, minor: Minor): Field | undefined {
  const definition = definitionOf(type);
  const field = definition && Object.hasOwn(definition, name) ? definition[name] : undefined;
  return field && isKnown(field, minor) ? field : undefined;
}

/**
 * The field under a key or index of a value that a field describes: the item of a list, the value in a map, the field
 * of a struct.
 */
export function step(from: Field, segment: string | number, minor: Minor): Field | undefined {
  return elementOf(from, segment) ?? fieldOf(from.type, String(segment), minor);
}

/** An item of a list, a value in a map; undefined for a step into a struct. */
function elementOf({ type, shape }: Field, segment: string | number): Field | undefined {
  if (shape) return { type };
  return typeof segment === 'number' && holdsSchemas(type) ? { type: schemaDefinition } : undefined;
}

/** The path one step further, from a value that a field describes: the key of a map is none of a field. */
export function childPath(path: FieldPath, from: Field | undefined, segment: string | number): FieldPath {
  if (typeof segment === 'number') return path.index(segment);
  return from?.shape === 'map' ? path.key(segment) : path.child(segment);
}

/**
 * The path through an object of a definition, by names, indexes and keys: the structure tells which of them are keys.
 * What it does not know is a field.
 */
export function pathIn(type: string | undefined, segments: readonly (string | number)[]): FieldPath {
  let path = FieldPath.root;
  let field: Field | undefined = type === undefined ? undefined : { type };
  for (const segment of segments) {
    path = childPath(path, field, segment);
    field = field && stepOfAnyVersion(field, segment);
  }
  return path;
}

/** As `step`, for a field that some version has. */
export function stepOfAnyVersion(from: Field, segment: string | number): Field | undefined {
  const element = elementOf(from, segment);
  if (element) return element;
  const definition = definitionOf(from.type);
  return definition && Object.hasOwn(definition, segment) ? definition[segment] : undefined;
}

/** What that version expects at a path inside an object of the kind; undefined where it expects nothing. */
export function fieldAt(kind: Structured, path: FieldPath, minor: Minor): Field | undefined {
  let field: Field | undefined = { type: kind.definition };
  for (const segment of path.segments) field = field && step(field, segment, minor);
  return field;
}

export interface NamedField extends Field {
  readonly name: string;
}

/**
 * The fields that an object at this path of the kind can have in that version, by name; none for lists, maps and plain
 * values.
 */
export function fieldsOf(kind: Structured, path: FieldPath, minor: Minor): NamedField[] {
  const field = fieldAt(kind, path, minor);
  const definition = field && !field.shape ? definitionOf(field.type) : undefined;
  const named = Object.entries(definition ?? {}).map(([name, described]) => ({ name, ...described }));
  return named.filter((candidate) => isKnown(candidate, minor));
}
