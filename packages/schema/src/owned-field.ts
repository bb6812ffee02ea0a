import type { FieldPath } from '@podlint/field-path';
import type { Minor } from '@podlint/model';
import { definitionOf, fieldOf, stepOfAnyVersion, type Field } from './structure.js';

/** A field with its name, as its owner has it. */
export interface OwnedField extends Field {
  /** The definition that has the field: `core.v1.Container`. */
  readonly owner: string;
  readonly name: string;
}

/** The field of a definition, of whichever version. */
export function ownedField(owner: string, name: string): OwnedField | undefined {
  const definition = definitionOf(owner);
  return definition && Object.hasOwn(definition, name) ? { ...definition[name]!, owner, name } : undefined;
}

/** The fields that a struct can have in that version. */
export function ownedFieldsIn(owner: string, minor: Minor): OwnedField[] {
  return Object.keys(definitionOf(owner) ?? {}).flatMap((name) => {
    const field = fieldOf(owner, name, minor);
    return field ? { ...field, owner, name } : [];
  });
}

/** Whether a value of the field is an object with fields of its own. */
export function isStruct({ type, shape }: Field): boolean {
  return shape === undefined && definitionOf(type) !== undefined;
}

/** What is in a list or a map. */
export function itemOf<List extends Field>({ shape: _, ...item }: List): Omit<List, 'shape'> {
  return item;
}

/**
 * The field at a path below a value, of whichever version; the last one is undefined where nothing is expected. The
 * field of an item is that of its list, without the shape.
 */
export function fieldAlong(from: Field, path: FieldPath): OwnedField | undefined {
  let field: OwnedField | undefined = { ...from, owner: '', name: '' };
  for (const segment of path.segments) field = field && ownedStep(field, segment);
  return field;
}

function ownedStep(from: OwnedField, segment: string | number): OwnedField | undefined {
  if (from.shape === 'list' && typeof segment !== 'number') return undefined;
  const field = stepOfAnyVersion(from, segment);
  if (!field) return undefined;
  const isField = from.shape === undefined && typeof segment === 'string';
  return isField ? { ...field, owner: from.type, name: segment } : { ...itemOf(from), type: field.type };
}

/** A field that a pattern leads to, `containers[].env` in a PodSpec. */
export interface PatternField {
  /** The definition that has the field. */
  readonly owner: string;
  readonly name: string;
  /** The definition that has the owner, or the list that it is an item of; undefined where the pattern starts. */
  readonly holder: string | undefined;
}

export function fieldOfPattern(definition: string, pattern: string): PatternField {
  const names = pattern.replaceAll('[]', '').split('.');
  const way = [definition];
  for (const name of names.slice(0, -1)) way.push(ownedField(way.at(-1)!, name)?.type ?? way.at(-1)!);
  return { owner: way.at(-1)!, name: names.at(-1)!, holder: way.at(-2) };
}
