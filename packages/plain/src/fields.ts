// Words of manifests, configs and command lines as the names of a plain object's fields. `table[word]` would also find what
// every object has from its prototype, such as `constructor` and `valueOf`, and `table['__proto__'] = value` sets no field.

/** The value of an object's own field. */
export function own<Owner extends object, Name extends keyof Owner>(
  object: Owner | null | undefined,
  name: Name,
): Owner[Name] | undefined {
  return object && Object.hasOwn(object, name) ? object[name] : undefined;
}

/** Sets a field, also one called `__proto__`. */
export function setOwn<Value>(object: Record<string, Value>, name: string, value: NoInfer<Value>): void {
  if (name === '__proto__')
    Object.defineProperty(object, name, { value, enumerable: true, configurable: true, writable: true });
  // eslint-disable-next-line strangers/no-index-by-text -- It is not the one name that sets no field.
  else object[name] = value;
}

/** The fields of all objects, later ones over earlier ones. */
export function joinedFields<Value>(
  objects: Iterable<Readonly<Record<string, Value>> | undefined>,
): Record<string, Value> {
  const joined: Record<string, Value> = {};
  for (const object of objects) for (const [name, value] of Object.entries(object ?? {})) setOwn(joined, name, value);
  return joined;
}
