import { FieldPath } from '@podlint/field-path';
import { definitionOf, type Field as Described } from '@podlint/schema';

/** A field of an object, there or not: a rule points at it, a fix writes it. */

const place = Symbol('place');

interface AnyField {
  readonly [place]: Place;
}

/** In types alone: what a list or a map is made of. */
declare const item: unique symbol;
declare const entry: unique symbol;

/** A list. `each` goes through it, `itemAt` points at one of its items. */
export interface ListField<Item> extends AnyField {
  readonly [item]: Field<Item>;
}

/** A map, whose keys can be anything. `entries` goes through it, `entryAt` points at one key. */
export interface MapField<Value> extends AnyField {
  readonly [entry]: Field<Value>;
}

/** Where a field is, and what the structure says of it; undefined for one that the structure does not know. */
interface Place {
  readonly path: FieldPath;
  readonly described: Described | undefined;
}

/**
 * `at.securityContext.privileged`: every field can be navigated, because an absent one still has a path and a place to
 * be inserted.
 */
export type Field<T = unknown> = T extends readonly (infer Item)[]
  ? ListField<Item>
  : T extends object
    ? string extends keyof T
      ? MapField<NonNullable<T[keyof T]>>
      : AnyField & { readonly [Name in keyof T]-?: Field<NonNullable<T[Name]>> }
    : AnyField;

const index = /^(?:0|[1-9]\d{0,14})$/;
const plainName = /^[A-Za-z$][\w$]*$/;
/** How many fields are remembered, as labels and the like can have any name. */
const memory = { left: 50_000 };

/**
 * Makes what a field does not have yet. Paths repeat from object to object, so it is remembered as a property of the
 * field: a step that was made before costs no more than any property.
 */
const navigation = new Proxy(Object.create(null) as object, {
  get(_, property, field: AnyField) {
    if (typeof property === 'symbol') return undefined;
    const made = new Step(placeBelow(field[place], property));
    if (memory.left-- > 0)
      Object.defineProperty(field, property, { value: made, writable: true, enumerable: true, configurable: true });
    return made;
  },
});

/** Where the structure knows nothing, a key that no field could be called is that of a map. */
function placeBelow({ path, described }: Place, property: string): Place {
  if (described?.shape === 'map') return { path: path.key(property), described: { type: described.type } };
  if (index.test(property)) return { path: path.index(Number(property)), described: itemOf(described) };
  const isKey = described === undefined && !plainName.test(property);
  return { path: isKey ? path.key(property) : path.child(property), described: fieldIn(described, property) };
}

function itemOf(list: Described | undefined): Described | undefined {
  return list?.shape === 'list' ? { type: list.type } : undefined;
}

function fieldIn(struct: Described | undefined, name: string): Described | undefined {
  const fields = struct && struct.shape === undefined ? definitionOf(struct.type) : undefined;
  return fields && Object.hasOwn(fields, name) ? fields[name] : undefined;
}

class Step implements AnyField {
  readonly [place]: Place;

  constructor(at: Place) {
    this[place] = at;
  }
}
// A field may be called "constructor", too.
Reflect.deleteProperty(Step.prototype, 'constructor');
Object.setPrototypeOf(Step.prototype, navigation);

const roots = new Map<string | undefined, Field>();

/** An object of a definition (`apps.v1.Deployment`) itself; undefined: one of a kind whose structure is not known. */
export function rootField(definition: string | undefined): Field {
  let root = roots.get(definition);
  if (!root) roots.set(definition, (root = definition === undefined ? untypedRoot() : typedRoot(definition)));
  return root;
}

function typedRoot(type: string): Field {
  return new Step({ path: FieldPath.root, described: { type } });
}

const templateRoots = new Map<string, Field>();

/** An object of a kind of which only the way to its pod template is known. */
export function rootWithTemplate(name: string, template: readonly string[]): Field {
  const known = templateRoots.get(name) ?? madeRootWithTemplate(template);
  templateRoots.set(name, known);
  return known;
}

function madeRootWithTemplate(template: readonly string[]): Field {
  const root = untypedRoot();
  const way = FieldPath.root.below(template).trail.slice(1);
  way.reduce<Field>((holder, path, index) => {
    const described = index === way.length - 1 ? { type: 'core.v1.PodTemplateSpec' } : undefined;
    const value = new Step({ path, described });
    Object.defineProperty(holder, path.segment, { value });
    return value;
  }, root);
  return root;
}

/** Every object has metadata. */
function untypedRoot(): Field {
  const root = new Step({ path: FieldPath.root, described: undefined });
  const metadata = new Step({ path: FieldPath.root.child('metadata'), described: { type: 'meta.v1.ObjectMeta' } });
  Object.defineProperty(root, 'metadata', { value: metadata });
  return root;
}

/** `property`: a name, an index or a key, which `navigation` knows for what it is. */
function step(field: AnyField, property: string | number): AnyField {
  // eslint-disable-next-line strangers/no-index-by-text -- A field has no other properties than the names below it.
  return (field as AnyField & Readonly<Record<string | number, AnyField>>)[property] as AnyField;
}

/** The field that names and indexes lead to from another one, where only the caller knows what is there. */
export function fieldBelow<T = unknown>(field: Field, segments: readonly (string | number)[]): Field<T> {
  return segments.reduce<Field>(step, field) as Field<T>;
}

/** An item of a list, whether the list has so many or not. */
export function itemAt<Item>(list: ListField<Item>, index: number): Field<Item> {
  return step(list, index) as Field<Item>;
}

/** What a map has under a key, whether it has the key or not. */
export function entryAt<Value>(map: MapField<Value>, key: string): Field<Value> {
  return step(map, key) as Field<Value>;
}

/** The field at a path, which holds what a definition describes. */
export function typedFieldAt<T>(path: FieldPath, type: string): Field<T> {
  return new Step({ path, described: { type } }) as Field<T>;
}

/** The field at a path. */
export function fieldAt<T>(path: FieldPath): Field<T> {
  return new Step({ path, described: undefined }) as Field<T>;
}

export function pathOf(field: Field): FieldPath {
  return field[place].path;
}
