/** Lets a subclass add to an object that is there already, and that stays a plain one. */
// eslint-disable-next-line @typescript-eslint/no-extraneous-class -- What a constructor returns is `this` to that of the subclass: only a class can do it.
class Extended {
  constructor(object: object) {
    return object;
  }
}

type WithProperty<T, Name extends string, Value> = T & { readonly [Key in Name]: Value };

/**
 * Gives objects a property that is worked out when it is asked for, and only once; to whoever copies, compares or
 * prints such an object it is a property like any other.
 * All share one accessor: an object with an accessor of its own costs V8 a hidden class, by which all that the accessor
 * knows stays in memory until a major collection.
 */
export function lazily<Name extends string, Value>(
  name: Name,
): <T extends object>(object: T, make: () => Value) => WithProperty<T, Name, Value> {
  class Lazy extends Extended {
    static readonly accessor: PropertyDescriptor & ThisType<Lazy> = {
      get() {
        return this.#value();
      },
      enumerable: true,
      configurable: true,
    };
    #make: (() => Value) | undefined;
    #made: Value | undefined;

    constructor(object: object, make: () => Value) {
      super(object);
      this.#make = make;
      Object.defineProperty(this, name, Lazy.accessor);
    }

    #value(): Value {
      if (this.#make) this.#made = this.#make();
      this.#make = undefined;
      return this.#made as Value;
    }
  }
  return <T extends object>(object: T, make: () => Value) =>
    new Lazy(object, make) as object as WithProperty<T, Name, Value>;
}
