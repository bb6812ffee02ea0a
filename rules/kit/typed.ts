import type { Field, Placed, ResourceView } from '@podlint/engine/rule';
import type { Decoded } from '@podlint/model';

/** A resource of a kind that the caller has made sure of, as its type has it. */
export function typed<T>({ value, at }: ResourceView): Placed<T> {
  return { value: value as Decoded<T>, at: fieldsOf<T>({ at }) };
}

/** Its fields alone, of an object of the run. */
export function fieldsOf<T>({ at }: Pick<ResourceView, 'at'>): Field<T> {
  return at as unknown as Field<T>;
}
