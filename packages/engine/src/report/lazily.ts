/** Lets a subclass add to an object that is there already, and that stays a plain one. */
// eslint-disable-next-line @typescript-eslint/no-extraneous-class -- What a constructor returns is `this` to that of the subclass: only a class can do it.
class Extended {
  constructor(object: object) {
    return object;
  }
}

/**
 * Gives objects properties that are worked out when one of them is asked for, all together and only once; to whoever
 * copies, compares or prints such an object they are properties like any other.
 * All objects share the accessors: an object with an accessor of its own costs V8 a hidden class, by which all that the
 * accessor knows stays in memory until a major collection.
 */
export function lazily<Values extends object>(
  ...names: readonly (keyof Values & string)[]
): <T extends object>(object: T, make: () => Values) => T & Values {
  class Lazy extends Extended {
    static readonly accessors = names.map((name) => ({ name, accessor: Lazy.accessorOf(name) }));
    #values: Values | (() => Values);

    constructor(object: object, make: () => Values) {
      super(object);
      this.#values = make;
      for (const { name, accessor } of Lazy.accessors) Object.defineProperty(this, name, accessor);
    }

    private static accessorOf(name: keyof Values): PropertyDescriptor & ThisType<Lazy> {
      return {
        get() {
          return this.#made()[name];
        },
        enumerable: true,
        configurable: true,
      };
    }

    #made(): Values {
      if (typeof this.#values === 'function') this.#values = this.#values();
      return this.#values;
    }
  }
  return <T extends object>(object: T, make: () => Values) => new Lazy(object, make) as object as T & Values;
}
