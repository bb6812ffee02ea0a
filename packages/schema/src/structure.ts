import type { Minor, Structured } from '@podlint/model';
import { structure, type Definition, type Field } from '@podlint/schemas';
import type { KeyPath } from '@podlint/syntax';

export type { Definition, Field };

/** The fields of a definition, of all versions; undefined for a plain type. */
export function definitionOf(type: string): Definition | undefined {
  return structure[type];
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
  return from.shape ? { type: from.type } : fieldOf(from.type, String(segment), minor);
}

/** What that version expects at a path inside an object of the kind; undefined where it expects nothing. */
export function fieldAt(kind: Structured, path: KeyPath, minor: Minor): Field | undefined {
  let field: Field | undefined = { type: kind.definition };
  for (const segment of path) field = field && step(field, segment, minor);
  return field;
}

export interface NamedField extends Field {
  readonly name: string;
}

/**
 * The fields that an object at this path of the kind can have in that version, by name; none for lists, maps and plain
 * values.
 */
export function fieldsOf(kind: Structured, path: KeyPath, minor: Minor): NamedField[] {
  const field = fieldAt(kind, path, minor);
  const definition = field && !field.shape ? definitionOf(field.type) : undefined;
  const named = Object.entries(definition ?? {}).map(([name, described]) => ({ name, ...described }));
  return named.filter((candidate) => isKnown(candidate, minor));
}
