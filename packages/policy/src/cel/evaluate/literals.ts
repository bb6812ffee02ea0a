import { noSuchOverload, says } from '../values/failures.js';
import { CelMap } from '../values/map.js';
import { typeOf } from '../values/type-of.js';
import { Failure, Optional, type Value } from '../values/value.js';
import { listCost, mapCost, messageCost } from './cost.js';
import type { Run, Step } from './run.js';

interface Item {
  readonly step: Step;
  readonly optional: boolean;
}

/** Undefined: an optional item that is not there. */
function itemOf(run: Run, { step, optional }: Item): Value | Failure | undefined {
  const value = step(run);
  if (!optional || value instanceof Failure) return value;
  return value instanceof Optional ? value.value : new Failure(says['not-optional']({ type: typeOf(value).name }));
}

/** `[a, ?b]`; the list costs what it costs even when an item fails. */
export function listStep(items: readonly Item[]): Step {
  return (run) => {
    const list = listOfItems(run, items);
    run.charge(listCost);
    return list;
  };
}

function listOfItems(run: Run, items: readonly Item[]): Value | Failure {
  const values: Value[] = [];
  for (const item of items) {
    const value = itemOf(run, item);
    if (value instanceof Failure) return value;
    if (value !== undefined) values.push(value);
  }
  return values;
}

interface Entry {
  readonly key: Step;
  readonly value: Step;
  readonly optional: boolean;
}

export function mapStep(entries: readonly Entry[]): Step {
  return (run) => {
    const map = mapOfEntries(run, entries);
    run.charge(mapCost);
    return map;
  };
}

function mapOfEntries(run: Run, entries: readonly Entry[]): Value | Failure {
  const map = new CelMap();
  for (const { key: keyStep, value: step, optional } of entries) {
    const key = keyStep(run);
    if (key instanceof Failure) return key;
    const value = itemOf(run, { step, optional });
    if (value instanceof Failure) return value;
    if (value === undefined) map.delete(key);
    else map.set(key, value);
  }
  return map;
}

interface Field extends Item {
  readonly name: string;
}

type Construct = (fields: ReadonlyMap<string, Value>) => Value | Failure;

export function messageStep(construct: Construct | undefined, fields: readonly Field[]): Step {
  return (run) => {
    const message = messageOfFields(run, construct, fields);
    run.charge(messageCost);
    return message;
  };
}

function messageOfFields(run: Run, construct: Construct | undefined, fields: readonly Field[]): Value | Failure {
  const values = new Map<string, Value>();
  for (const field of fields) {
    const value = itemOf(run, field);
    if (value instanceof Failure) return value;
    if (value === undefined) values.delete(field.name);
    else values.set(field.name, value);
  }
  return construct ? construct(values) : noSuchOverload;
}
