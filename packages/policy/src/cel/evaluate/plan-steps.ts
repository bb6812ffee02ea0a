import { noSuchOverload } from '../values/failures.js';
import { Failure, Optional, type Value } from '../values/value.js';
import { lazyStep } from './calls.js';
import { membershipStep } from './membership.js';
import { constant, type Planned } from './planned.js';
import type { Run, Step } from './run.js';

/** A variable of a macro, worked out when it is asked for first. */
export function slotStep(slot: number, initial: Step | undefined): Step {
  return (run) => {
    const known = run.slots[slot];
    if (known !== undefined || !initial) return known!;
    const value = initial(run);
    run.slots[slot] = value;
    return value;
  };
}

export function stepsOf(args: readonly Planned[]): readonly Step[] {
  return args.map(({ step }) => step);
}

/** `item in list`, where the list is known. */
export function planMembership([item, list]: readonly Planned[]): Planned | undefined {
  const values = list!.constant?.value;
  if (!Array.isArray(values)) return undefined;
  if (values.length === 0) return constant(false);
  const step = membershipStep(item!.step, values);
  return step && { step };
}

/** `accumulator + [item]`, in place: nobody else has that list. */
export function appendStep([list, addition]: readonly Step[]): Step {
  return (run: Run) => {
    const grown = list!(run);
    const added = addition!(run);
    run.charge(1);
    if (grown instanceof Failure) return grown;
    if (added instanceof Failure) return added;
    if (!Array.isArray(grown) || !Array.isArray(added)) return noSuchOverload;
    const items = grown as Value[];
    for (const item of added as readonly Value[]) items.push(item);
    return items;
  };
}

/** `a.or(b)` and `a.orValue(b)` of optional values. */
export function optionalStep(name: 'or' | 'orValue', [first, second]: readonly Planned[]): Step {
  return lazyStep(first!.step, second!.step, (value) => {
    if (!(value instanceof Optional)) return value;
    if (value.value === undefined) return undefined;
    return name === 'or' ? value : value.value;
  });
}
