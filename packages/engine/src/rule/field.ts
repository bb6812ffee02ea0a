/** A field of an object, there or not: a rule points at it, a fix writes it. */

const place = Symbol('place');

/** Names, indexes and keys from the object down. */
export type FieldSegments = readonly (string | number)[];

interface Placed {
  readonly [place]: Place;
}

/**
 * `at.securityContext.privileged`: every field can be navigated, because an absent one still has a path and a place to
 * be inserted.
 */
export type Field<T = unknown> = Placed &
  (T extends readonly (infer Item)[]
    ? { readonly [index: number]: Field<Item> }
    : T extends object
      ? { readonly [Name in keyof T]-?: Field<NonNullable<T[Name]>> }
      : unknown);

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
  get(_, property, field: Placed) {
    if (typeof property === 'symbol') return undefined;
    const made = new Step(new Place(field[place], index.test(property) ? Number(property) : property));
    if (memory.left-- > 0)
      Object.defineProperty(field, property, { value: made, writable: true, enumerable: true, configurable: true });
    return made;
  },
});

class Step implements Placed {
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

export function fieldAt<T>(segments: FieldSegments): Field<T> {
  return segments.reduce<Field>(
    (field, segment) => (field as Field<Record<string, unknown>>)[segment]!,
    rootField,
  ) as Field<T>;
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
