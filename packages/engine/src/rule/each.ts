import type { Decoded } from '@podlint/model';
import { entryAt, itemAt, type Field, type ListField, type MapField } from './field.js';

/** What a field holds, and where it stands. */
export interface Placed<T> {
  readonly value: Decoded<T>;
  readonly at: Field<T>;
}

export interface ListItem<Item> extends Placed<Item> {
  readonly index: number;
}

export interface MapEntry<Value> extends Placed<Value> {
  readonly key: string;
}

/** The items of a list with their fields: `each(container.value.env, container.at.env)`. */
export function each<Item>(
  values: readonly Decoded<NoInfer<Item>>[] | undefined,
  list: ListField<Item>,
): readonly ListItem<Item>[] {
  return values ? values.map((value, index) => new PlacedItem<Item>(value, list, index)) : none;
}

/** The entries of a map with their fields: `entries(pod.metadata.labels, pod.metadataAt.labels)`. */
export function entries<Value>(
  values: Readonly<Record<string, Decoded<NoInfer<Value>>>> | undefined,
  map: MapField<Value>,
): readonly MapEntry<Value>[] {
  return values ? Object.entries(values).map(([key, value]) => new PlacedEntry<Value>(key, value, map)) : none;
}

const none: readonly never[] = [];

/** Most items have nothing to be said of, so the field is looked up when somebody asks. */
class PlacedItem<Item> implements ListItem<Item> {
  constructor(
    readonly value: Decoded<Item>,
    private readonly list: ListField<Item>,
    readonly index: number,
  ) {}

  get at(): Field<Item> {
    return itemAt(this.list, this.index);
  }
}

class PlacedEntry<Value> implements MapEntry<Value> {
  constructor(
    readonly key: string,
    readonly value: Decoded<Value>,
    private readonly map: MapField<Value>,
  ) {}

  get at(): Field<Value> {
    return entryAt(this.map, this.key);
  }
}
