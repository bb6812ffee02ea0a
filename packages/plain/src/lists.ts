// Lists of any length. `push(...items)` and `Math.max(...items)` hand over each item as an argument, and some 120,000
// arguments are more than a stack holds.

export function pushAll<Item>(list: Item[], items: Iterable<NoInfer<Item>>): void {
  for (const item of items) list.push(item);
}

/** Puts other items in the place of all that a list has. */
export function replaceAll<Item>(list: Item[], items: readonly Item[]): void {
  list.length = 0;
  pushAll(list, items);
}

/** As Math.min: Infinity where there is none. */
export function smallest(numbers: Iterable<number>): number {
  let least = Infinity;
  for (const number of numbers) least = Math.min(least, number);
  return least;
}

/** As Math.max: -Infinity where there is none. */
export function largest(numbers: Iterable<number>): number {
  let most = -Infinity;
  for (const number of numbers) most = Math.max(most, number);
  return most;
}

/** Adds an item to the list of a name. */
export function addTo<Name, Item>(lists: Map<Name, Item[]>, name: Name, item: NoInfer<Item>): void {
  const list = lists.get(name);
  if (list) list.push(item);
  else lists.set(name, [item]);
}
