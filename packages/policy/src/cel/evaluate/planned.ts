import type { Value } from '../values/value.js';
import type { Attribute } from './attribute.js';
import { attributeFrom } from './attribute.js';
import type { Step } from './run.js';

/** A planned expression, and what those around it want to know of it. */
export interface Planned {
  readonly step: Step;
  /** What it is, where that is known before any evaluation; it costs nothing then. */
  readonly constant?: { readonly value: Value };
  /** Something that can be looked into as a part of a whole. */
  readonly attribute?: Attribute;
  /** An attribute that costs nothing as a whole: one of `?:`. */
  readonly free?: boolean;
}

export function constant(value: Value): Planned {
  return { step: () => value, constant: { value } };
}

export function fromAttribute(attribute: Attribute, free: boolean): Planned {
  const units = free ? 0 : 1;
  const step: Step = (run) => {
    const value = attribute.resolve(run);
    run.charge(units);
    return value;
  };
  return { step, attribute, free };
}

export function attributeOf({ attribute, step }: Planned): Attribute {
  return attribute ?? attributeFrom(step);
}
