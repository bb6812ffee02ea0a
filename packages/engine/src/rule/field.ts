/** A field of an object, there or not: a rule points at it, a fix writes it. */

const place = Symbol('place');

/** Names, indexes and keys from the object down. */
export type FieldSegments = readonly (string | number)[];

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

/** Where a field is; what is asked of it again and again is worked out once. */
export class Place {
  private knownSegments: FieldSegments | undefined = undefined;
  private knownPath: string | undefined = undefined;

  constructor(
    readonly parent: Place | undefined,
    readonly segment: string | number,
  ) {}

  get segments(): FieldSegments {
    return (this.knownSegments ??= this.parent ? [...this.parent.segments, this.segment] : []);
  }

  /** As the server prints a field: map keys in brackets. */
  get path(): string {
    return (this.knownPath ??= this.parent ? pathBelow(this.parent, this.segment) : '');
  }
}

const plainName = /^[A-Za-z$][\w$]*$/;

function pathBelow({ parent, path }: Place, segment: string | number): string {
  if (typeof segment === 'number' || !plainName.test(segment)) return `${path}[${segment}]`;
  return parent ? `${path}.${segment}` : segment;
}

const index = /^(?:0|[1-9]\d{0,14})$/;
/** How many fields are remembered, as labels and the like can have any name. */
const memory = { left: 50_000 };

/**
 * Makes what a field does not have yet. Paths repeat from object to object, so it is remembered as a property of the
 * field: a step that was made before costs no more than any property.
 */
const navigation = new Proxy(Object.create(null) as object, {
  get(_, property, field: AnyField) {
    if (typeof property === 'symbol') return undefined;
    const made = new Step(new Place(field[place], index.test(property) ? Number(property) : property));
    if (memory.left-- > 0)
      Object.defineProperty(field, property, { value: made, writable: true, enumerable: true, configurable: true });
    return made;
  },
});

class Step implements AnyField {
  readonly [place]: Place;

  constructor(at: Place) {
    this[place] = at;
  }
}
// A field may be called "constructor", too.
Reflect.deleteProperty(Step.prototype, 'constructor');
Object.setPrototypeOf(Step.prototype, navigation);

/** The object itself. */
export const rootField: Field = new Step(new Place(undefined, ''));

/** `property`: a name, an index or a key, which `navigation` knows for what it is. */
function step(field: AnyField, property: string | number): AnyField {
  return (field as AnyField & Readonly<Record<string | number, AnyField>>)[property] as AnyField;
}

/** The field that a path leads to from another one, where only the caller knows what is there. */
export function fieldBelow(field: Field, segments: FieldSegments): Field {
  return segments.reduce<Field>(step, field);
}

export function fieldAt<T>(segments: FieldSegments): Field<T> {
  return fieldBelow(rootField, segments) as Field<T>;
}

/** An item of a list, whether the list has so many or not. */
export function itemAt<Item>(list: ListField<Item>, index: number): Field<Item> {
  return step(list, index) as Field<Item>;
}

/** What a map has under a key, whether it has the key or not. */
export function entryAt<Value>(map: MapField<Value>, key: string): Field<Value> {
  return step(map, key) as Field<Value>;
}

export function placeOf(field: Field): Place {
  return field[place];
}

export function segmentsOf(field: Field): FieldSegments {
  return field[place].segments;
}

/** As the server prints a field: map keys in brackets. */
export function pathOf(field: Field): string {
  return field[place].path;
}
