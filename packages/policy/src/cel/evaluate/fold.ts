import { says } from '../values/failures.js';
import { isMap, keysOf, pairsOf } from '../values/map.js';
import { typeOf } from '../values/type-of.js';
import { Failure, adapted, type Value } from '../values/value.js';
import type { Run, Step } from './run.js';

/** A comprehension, planned; its variables live in slots. */
export interface Fold {
  readonly range: Step;
  readonly slots: { readonly first: number; readonly second: number | undefined; readonly accumulator: number };
  readonly condition: Step;
  readonly step: Step;
  readonly result: Step;
}

export function foldStep(fold: Fold): Step {
  const { slots } = fold;
  return (run) => {
    const range = fold.range(run);
    if (range instanceof Failure) return range;
    // Undefined: not worked out yet. It is when first asked for, which may be never.
    run.slots[slots.accumulator] = undefined;
    const failure =
      slots.second === undefined ? iterate(run, fold, range) : iteratePairs(run, fold, range, slots.second);
    return failure ?? fold.result(run);
  };
}

function iterate(run: Run, fold: Fold, range: Value): Failure | undefined {
  if (!Array.isArray(range) && !isMap(range)) return notIterable(range);
  const items: readonly unknown[] = Array.isArray(range) ? range : keysOf(range);
  for (let at = 0; at < items.length; at++) {
    run.slots[fold.slots.first] = adapted(items[at]);
    if (!advance(run, fold)) break;
  }
  return undefined;
}

function iteratePairs(run: Run, fold: Fold, range: Value, second: number): Failure | undefined {
  if (!Array.isArray(range) && !isMap(range)) return notIterable(range);
  const pairs = Array.isArray(range) ? [...range.entries()] : pairsOf(range);
  for (const [key, value] of pairs) {
    run.slots[fold.slots.first] = key;
    run.slots[second] = adapted(value);
    if (!advance(run, fold)) break;
  }
  return undefined;
}

/** One round; false: the condition says that it is enough. Anything but `false` lets it go on. */
function advance(run: Run, { condition, step, slots }: Fold): boolean {
  const more = condition(run);
  if (more === false) return false;
  run.slots[slots.accumulator] = step(run);
  return true;
}

function notIterable(value: Value): Failure {
  return new Failure(says['not-iterable']({ type: typeOf(value).name }));
}
