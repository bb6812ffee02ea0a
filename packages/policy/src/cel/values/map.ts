import { doubleText } from './double.js';
import {
  Boxed,
  Double,
  Duration,
  Failure,
  Opaque,
  Panic,
  isJsonObject,
  Timestamp,
  Uint,
  adapted,
  type JsonObject,
  type Value,
} from './value.js';
import { says } from './failures.js';
import { CelType } from '../types.js';
import { typeOf } from './type-of.js';

interface Entry {
  readonly key: Value;
  readonly value: Value;
}

/**
 * A map with keys of any type that Go can hash, as cel-go's map[ref.Val]ref.Val: an int and a uint of the same number
 * are two keys, though looking for one finds the other.
 */
export class CelMap extends Boxed {
  private readonly entries = new Map<unknown, Entry>();

  static of(entries: Iterable<readonly [Value, Value]>): CelMap {
    const map = new CelMap();
    for (const [key, value] of entries) map.set(key, value);
    return map;
  }

  /** Throws where Go cannot hash the key. */
  set(key: Value, value: Value): void {
    const id = idOf(key);
    const known = this.entries.get(id);
    this.entries.set(id, { key: known ? known.key : key, value });
  }

  delete(key: Value): void {
    this.entries.delete(idOf(key));
  }

  get size(): number {
    return this.entries.size;
  }

  /** The value of that key, or of the same number in another type; undefined where there is none. */
  find(key: Value): Value | undefined {
    // Before the key is looked at, which may be none.
    if (this.size === 0) return undefined;
    for (const candidate of sameNumbers(key)) {
      const entry = this.entries.get(idOf(candidate));
      if (entry) return entry.value;
    }
    return undefined;
  }

  *pairs(): IterableIterator<readonly [Value, Value]> {
    for (const { key, value } of this.entries.values()) yield [key, value];
  }
}

/**
 * What tells keys from each other as Go's == does; values that Go compares by pointer are themselves. Throws for those
 * that it does not compare.
 */
export function idOf(key: Value): unknown {
  if (typeof key === 'string') return `s${key}`;
  if (typeof key === 'number' || typeof key === 'bigint' || typeof key === 'boolean' || key === null) return key;
  if (key instanceof Uint) return `u${key.value}`;
  // NaN is no key that is found again.
  if (key instanceof Double) return Number.isNaN(key.value) ? key : `d${doubleText(key.value + 0)}`;
  if (key instanceof Duration) return `D${key.nanoseconds}`;
  if (key instanceof Timestamp) return `T${key.seconds}.${key.nanoseconds}.${key.offset}`;
  if (key instanceof CelType) return `t${key.name}`;
  if (key instanceof Uint8Array) throw unhashable(key);
  if (!(key instanceof Opaque)) return key;
  const { identity } = key;
  if (identity === undefined) throw unhashable(key);
  return identity;
}

function unhashable(key: Value): Panic {
  return new Panic(says['not-hashable']({ type: typeOf(key).name }));
}

/** A number in the types in which a map may hold it (refValMapAccessor.Find). */
function* sameNumbers(key: Value): IterableIterator<Value> {
  yield key;
  if (key instanceof Double && Number.isInteger(key.value)) {
    const whole = BigInt(key.value);
    yield Number.isSafeInteger(key.value) ? key.value : whole;
    yield new Uint(whole);
  } else if (typeof key === 'number' || typeof key === 'bigint') {
    yield new Uint(BigInt(key));
  } else if (key instanceof Uint) {
    yield key.value <= BigInt(Number.MAX_SAFE_INTEGER) ? Number(key.value) : key.value;
  }
}

/** A map that works out its values when asked for one: the variables of a policy. */
export abstract class LazyMap extends Boxed {
  abstract readonly type: CelType;
  abstract readonly size: number;
  abstract find(key: string): Value | Failure | undefined;
  abstract keys(): Iterable<string>;
}

export type MapValue = CelMap | JsonObject | LazyMap;

export function isMap(value: Value): value is MapValue {
  return value instanceof CelMap || value instanceof LazyMap || isJsonObject(value);
}

/** Undefined where the map has no such key. */
export function findInMap(map: MapValue, key: Value): Value | Failure | undefined {
  if (map instanceof CelMap) return map.find(key);
  if (typeof key !== 'string') return undefined;
  if (map instanceof LazyMap) return map.find(key);
  return Object.hasOwn(map, key) ? adapted(map[key]) : undefined;
}

export function sizeOfMap(map: MapValue): number {
  return map instanceof CelMap || map instanceof LazyMap ? map.size : Object.keys(map).length;
}

export function keysOf(map: MapValue): Value[] {
  if (map instanceof CelMap) return [...map.pairs()].map(([key]) => key);
  return map instanceof LazyMap ? [...map.keys()] : Object.keys(map);
}

export function pairsOf(map: MapValue): (readonly [Value, Value | Failure])[] {
  if (map instanceof CelMap) return [...map.pairs()];
  if (map instanceof LazyMap) return [...map.keys()].map((key) => [key, map.find(key) ?? null]);
  return Object.entries(map).map(([key, value]) => [key, adapted(value)]);
}
