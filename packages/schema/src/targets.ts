import { FieldPath } from '@podlint/field-path';
import type { JsonValue } from '@podlint/syntax';
import { vacancyFor } from './alternatives.js';
import { anyItem, type Place } from './places.js';
import { childOf, isObject } from './source.js';

/** A struct of the manifest, there or to be made, that may hold a field. */
export interface Target {
  readonly path: FieldPath;
  /** It has a field of that name already. */
  readonly occupied: boolean;
  /** How many structs have to be made up on the way. */
  readonly missing: number;
  /**
   * One of them, not counted as missing, makes a choice that is still to be made: the handler of a probe without one.
   */
  readonly fillsChoice: boolean;
}

/** How far down the walk has come. */
interface Way extends Omit<Target, 'occupied'> {
  readonly depth: number;
}

/**
 * The structs of a manifest that are, or could be, of a place, as far as they have room for a field of that name. None:
 * a list on the way has no items.
 */
export function targetsFor(json: JsonValue, place: Place, name: string): Target[] {
  return [...targetsIn(json, place, name, { depth: 0, path: FieldPath.root, missing: 0, fillsChoice: false })];
}

function* targetsIn(value: JsonValue | undefined, place: Place, name: string, way: Way): Generator<Target> {
  if (place.path[way.depth] === anyItem) {
    const items = Array.isArray(value) ? value : [];
    for (const [index, item] of items.entries())
      yield* targetsIn(item, place, name, { ...way, depth: way.depth + 1, path: way.path.index(index) });
  } else if (value === undefined || value === null || isObject(value)) {
    yield* targetsInStruct(value ?? {}, place, name, way);
  }
}

function* targetsInStruct(
  struct: { [key: string]: JsonValue },
  place: Place,
  name: string,
  way: Way,
): Generator<Target> {
  const { depth, path, missing, fillsChoice } = way;
  const step = place.path[depth];
  const vacancy = vacancyFor(place.types[depth]!, step ?? name, Object.keys(struct));
  if (vacancy === 'taken') return;
  if (step === undefined) {
    yield { path, missing, fillsChoice, occupied: Object.hasOwn(struct, name) };
    return;
  }
  const child = childOf(struct, step) ?? undefined;
  const isMade = child === undefined;
  const fills = isMade && vacancy === 'vacant';
  yield* targetsIn(child, place, name, {
    depth: depth + 1,
    path: path.child(step),
    missing: missing + (isMade && !fills ? 1 : 0),
    fillsChoice: fillsChoice || fills,
  });
}
