/** Gives an object some fields as another one has them; what the other one lacks is taken away. */
export function takeFields<Owner extends object>(
  owner: Owner,
  other: Readonly<Owner>,
  ...fields: readonly (keyof Owner)[]
): Owner {
  for (const field of fields) {
    if (other[field] === undefined) Reflect.deleteProperty(owner, field);
    else owner[field] = other[field];
  }
  return owner;
}
