import type { Failure, List, Value } from './value.js';

/** How a list that is a set or a map compares and adds up; upstream has such lists as types of their own. */
export interface ListSemantics {
  equals(list: List, other: List): boolean | Failure;
  add(list: List, other: List): List;
}

const known = new WeakMap<List, ListSemantics>();

/** Gives a list its semantics, and gives it back. */
export function withSemantics(list: List, semantics: ListSemantics): List {
  known.set(list, semantics);
  return list;
}

/** Undefined for plain lists. */
export function semanticsOf(list: List): ListSemantics | undefined {
  return known.get(list);
}

/** The sum of two lists: of the left one's kind. */
export function addLists(list: List, other: List): Value {
  const semantics = semanticsOf(list);
  return semantics ? withSemantics(semantics.add(list, other), semantics) : list.concat(other);
}
