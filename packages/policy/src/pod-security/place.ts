import { FieldPath } from '@podlint/field-path';
import { isObject } from '../crd/values/json.js';

/** A field of an object, whether it is there or not: it can be gone on from, and has a path. */
export class Place {
  constructor(
    readonly value: unknown,
    readonly path: FieldPath,
  ) {}

  /** A field below. */
  at(name: string, ...more: readonly string[]): Place {
    return this.below(name, this.path.child(name)).through(more);
  }

  private through([next, ...rest]: readonly string[]): Place {
    return next === undefined ? this : this.at(next, ...rest);
  }

  /** An entry of a map. */
  key(key: string): Place {
    return this.below(key, this.path.key(key));
  }

  private below(name: string, path: FieldPath): Place {
    const { value } = this;
    const found = isObject(value) && Object.hasOwn(value, name) ? value[name] : undefined;
    return new Place(found ?? undefined, path);
  }

  /** The items of a list; none where it is no list. */
  get items(): readonly Place[] {
    const { value } = this;
    return Array.isArray(value) ? value.map((item: unknown, index) => new Place(item, this.path.index(index))) : [];
  }

  /** The keys of a map. */
  get keys(): readonly string[] {
    return isObject(this.value) ? Object.keys(this.value) : [];
  }

  get isSet(): boolean {
    return this.value !== undefined;
  }

  /** The text of a field; empty where there is none. */
  get text(): string {
    return typeof this.value === 'string' ? this.value : '';
  }
}
