import { FieldPath } from '@podlint/field-path';
import { own } from '@podlint/plain';
import { findKindByName, kinds, type KubernetesVersion, type Minor } from '@podlint/model';
import { childPath, definitionOf, type Definition, type Field } from '@podlint/schema';
import { otherKinds } from '../../generated/other-kinds.js';

export type { Field };

/** A field with its name, as its owner has it. */
export interface OwnedField extends Field {
  /** The definition that has the field: `core.v1.Container`. */
  readonly owner: string;
  readonly name: string;
}

/** A kind and the definition of its objects. */
export interface KnownKind {
  readonly apiVersion: string;
  readonly kind: string;
  readonly definition: string;
  /**
   * `judged`: podlint knows what each version's server says to it; `other`: only its fields are known, as
   * kubernetes-types has them.
   */
  readonly knowledge: 'judged' | 'other';
}

/** Every kind whose fields are known, those that podlint judges first. */
export const knownKinds: readonly KnownKind[] = [
  ...kinds.map((kind): KnownKind => ({ ...kind, knowledge: 'judged' })),
  ...otherKinds.kinds
    .filter(({ kind }) => !findKindByName(kind))
    .map((kind): KnownKind => ({ ...kind, knowledge: 'other' })),
];

/**
 * The kind that both name together; by its name alone where the apiVersion is not there, or names another one of
 * Kubernetes' own.
 */
export function kindNamed(apiVersion: string | undefined, kind: string | undefined): KnownKind | undefined {
  const namesakes = knownKinds.filter((known) => known.kind === kind);
  return (
    namesakes.find((known) => known.apiVersion === apiVersion) ?? (isCustom(apiVersion) ? undefined : namesakes[0])
  );
}

/** A custom resource may have the name of a built-in kind, and its group has a dot in it. */
function isCustom(apiVersion = ''): boolean {
  const group = apiVersion.includes('/') ? apiVersion.slice(0, apiVersion.indexOf('/')) : '';
  return group.includes('.') && !group.endsWith('.k8s.io');
}

/** The fields of a definition in all versions; undefined for a plain type. */
export function fieldsOf(type: string): Definition | undefined {
  return definitionOf(type) ?? own(otherKinds.definitions, type);
}

function isIn({ since, until }: Field, minor: Minor): boolean {
  return (since ?? minor) <= minor && minor <= (until ?? minor);
}

export function ownedField(owner: string, name: string): OwnedField | undefined {
  const definition = fieldsOf(owner);
  return definition && Object.hasOwn(definition, name) ? { ...definition[name]!, owner, name } : undefined;
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

/** The fields that a struct can have in that version. */
export function ownedFieldsIn(owner: string, { minor }: Pick<KubernetesVersion, 'minor'>): OwnedField[] {
  const all = Object.keys(fieldsOf(owner) ?? {}).map((name) => ownedField(owner, name)!);
  return all.filter((field) => isIn(field, minor));
}

/** Whether a value of the field is an object with fields of its own. */
export function isStruct({ type, shape }: Field): boolean {
  return shape === undefined && fieldsOf(type) !== undefined;
}

/** What is in a list or a map. */
export function itemOf<List extends Field>({ shape: _, ...item }: List): Omit<List, 'shape'> {
  return item;
}

/**
 * The field at a path below a value: each segment is a field of a struct, a key of a map or an index of a list. The
 * last one is undefined where nothing is expected. The field of an item is that of its list, without the shape.
 */
export function fieldAlong(from: Field, path: FieldPath): OwnedField | undefined {
  let field: OwnedField | undefined = { ...from, owner: '', name: '' };
  for (const segment of path.segments) field = field && step(field, segment);
  return field;
}

/** The way through an object of a definition as a path: what the structure does not know is a field. */
export function pathAlong(type: string | undefined, segments: readonly (string | number)[]): FieldPath {
  let path = FieldPath.root;
  let field: OwnedField | undefined = type === undefined ? undefined : { type, owner: '', name: '' };
  for (const segment of segments) {
    path = childPath(path, field, segment);
    field = field && step(field, segment);
  }
  return path;
}

function step(field: OwnedField, segment: string | number): OwnedField | undefined {
  return field.shape ? inside(field, segment) : ownedField(field.type, String(segment));
}

function inside(field: OwnedField, segment: string | number): OwnedField | undefined {
  if (field.shape === 'list' && typeof segment !== 'number') return undefined;
  return itemOf(field);
}
