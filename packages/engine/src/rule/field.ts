/** A field of an object, there or not: a rule points at it, a fix writes it. */

const place = Symbol('place');

/** Names, indexes and keys from the object down. */
export type FieldSegments = readonly (string | number)[];

interface Placed {
  readonly [place]: Place;
}

/** A name, index or key, and what it is below; a path is only written out for what a rule has something to say about. */
interface Place {
  readonly parent: Place | undefined;
  readonly segment: string | number;
  readonly depth: number;
}

/** `at.securityContext.privileged`: every field can be navigated, because an absent one still has a path and a place to be inserted. */
export type Field<T = unknown> = Placed & (T extends readonly (infer Item)[] ? { readonly [index: number]: Field<Item> } : T extends object ? { readonly [Name in keyof T]-?: Field<NonNullable<T[Name]>> } : unknown);

/** The handler of a proxy that has its place instead of a target: one object for each step of the way. */
class Navigation implements ProxyHandler<object>, Place {
  readonly depth: number;

  constructor(
    readonly parent: Place | undefined,
    readonly segment: string | number,
  ) {
    this.depth = parent ? parent.depth + 1 : 0;
  }

  get(_: object, property: string | symbol): unknown {
    if (property === place) return this;
    return typeof property === 'symbol' ? undefined : below(this, isIndex(property) ? Number(property) : property);
  }
}

const target = {};

function below(parent: Place, segment: string | number): object {
  return new Proxy(target, new Navigation(parent, segment));
}

/** The object itself. */
export const rootField = new Proxy(target, new Navigation(undefined, '')) as Field;

export function fieldAt<T>(segments: FieldSegments): Field<T> {
  return segments.reduce<Field>((field, segment) => below(field[place], segment) as Field, rootField) as Field<T>;
}

export function segmentsOf(field: Field): FieldSegments {
  const segments: (string | number)[] = [];
  let { parent, segment, depth } = field[place];
  for (; parent; { parent, segment, depth } = parent) segments[depth - 1] = segment;
  return segments;
}

function isIndex(property: string): boolean {
  for (let i = 0; i < property.length; i++) {
    const unit = property.charCodeAt(i);
    if (unit < 48 || unit > 57) return false;
  }
  return property !== '';
}
