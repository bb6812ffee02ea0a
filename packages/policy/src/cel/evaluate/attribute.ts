import { noSuchOverload } from '../values/failures.js';
import { Failure, Optional, type Value } from '../values/value.js';
import { insideOf, isKey, lookUp, select } from './qualify.js';
import type { Run, Step } from './run.js';

/** One step into a value: a field, an index or a key that is known or worked out. */
export interface Qualifier {
  readonly key: Value | Step;
  readonly optional: boolean;
  /** `has()`: whether it is there. */
  readonly presence: boolean;
}

/**
 * Something that is looked up and into, as a whole: `object.spec.containers[0]` (interpreter/attributes.go). Only the
 * whole costs a unit, besides one for each step into it.
 */
export interface Attribute {
  readonly resolve: Step;
  with(qualifier: Qualifier): Attribute;
}

/** An attribute that begins with a variable or any other value. */
export function attributeFrom(source: Step, qualifiers: readonly Qualifier[] = []): Attribute {
  return {
    resolve: (run) => {
      const value = source(run);
      return value instanceof Failure ? value : qualified(run, value, qualifiers);
    },
    with: (qualifier) => attributeFrom(source, [...qualifiers, qualifier]),
  };
}

/** `condition ? a : b`, with what is looked up in either of the two. */
export function conditionalAttribute(condition: Step, yes: Attribute, no: Attribute): Attribute {
  return {
    resolve: (run) => {
      const chosen = condition(run);
      if (chosen === true) return yes.resolve(run);
      if (chosen === false) return no.resolve(run);
      return chosen instanceof Failure ? chosen : noSuchOverload;
    },
    with: (qualifier) => conditionalAttribute(condition, yes.with(qualifier), no.with(qualifier)),
  };
}

/** applyQualifiers: from the first optional on all is optional. */
function qualified(run: Run, source: Value, qualifiers: readonly Qualifier[]): Value | Failure {
  let optional = source instanceof Optional;
  let value: Value | Failure = source;
  if (source instanceof Optional) {
    if (source.value === undefined) return source;
    value = insideOf(source);
  }
  for (const qualifier of qualifiers) {
    if (value instanceof Failure) return value;
    optional ||= qualifier.optional;
    const next: Value | Failure | undefined = optional
      ? qualifyOptional(run, value, qualifier)
      : qualify(run, value, qualifier);
    if (next === undefined) return Optional.none;
    value = next;
    if (value instanceof Failure) return value;
  }
  return optional ? Optional.of(value) : value;
}

function keyOf(run: Run, { key }: Qualifier): Value | Failure {
  if (typeof key !== 'function') return key;
  const value = key(run);
  return value instanceof Failure || isKey(value) ? value : noSuchOverload;
}

function qualify(run: Run, value: Value, qualifier: Qualifier): Value | Failure {
  const key = keyOf(run, qualifier);
  const result = key instanceof Failure ? key : qualifier.presence ? presence(value, key) : select(value, key);
  run.charge(1);
  return result;
}

function presence(value: Value, key: Value): boolean | Failure {
  const found = lookUp(value, key);
  return found instanceof Failure ? found : found !== undefined;
}

/** Undefined: it is not there. Only what is found costs a unit. */
function qualifyOptional(run: Run, value: Value, qualifier: Qualifier): Value | Failure | undefined {
  const key = keyOf(run, qualifier);
  if (key instanceof Failure) return key;
  const found = lookUp(value, key);
  if (found !== undefined && !(found instanceof Failure)) run.charge(1);
  return found;
}
