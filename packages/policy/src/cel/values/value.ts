import { textOf, type Message } from '@podlint/messages';
import { CelType } from '../types.js';

/**
 * A value of CEL. What JSON has stays what it is: null, booleans, strings, arrays and plain objects (a map with keys of
 * type string). An int is a number where that holds it exactly and a bigint where not; all others are classes.
 * Numbers of JSON with a fraction become doubles when they are read (`adapted`).
 */
export type Value = null | boolean | string | Int | Boxed | CelType | Uint8Array | List | JsonObject;

/** An int64: a number if safe, else a bigint. Never both, so that equal ints are `===`. */
export type Int = number | bigint;
export type List = readonly unknown[];
export interface JsonObject {
  readonly [key: string]: unknown;
}

/** All values that are objects of a class of ours. */
export abstract class Boxed {
  declare protected readonly boxed: true;
}

export class Double extends Boxed {
  constructor(readonly value: number) {
    super();
  }
}

export class Uint extends Boxed {
  constructor(readonly value: bigint) {
    super();
  }
}

export class Duration extends Boxed {
  constructor(readonly nanoseconds: bigint) {
    super();
  }
}

/** An instant, and the offset in which it was written: `string(timestamp)` has it again. */
export class Timestamp extends Boxed {
  constructor(
    /** Since 1970, UTC. */
    readonly seconds: number,
    readonly nanoseconds: number,
    /** Seconds east of Greenwich. */
    readonly offset: number = 0,
  ) {
    super();
  }
}

export class Optional extends Boxed {
  static readonly none = new Optional(undefined);

  private constructor(readonly value: Value | Failure | undefined) {
    super();
  }

  static of(value: Value | Failure): Optional {
    return new Optional(value);
  }
}

/** A value of a type that a library declares: a quantity, an IP address, a version. */
export abstract class Opaque extends Boxed {
  abstract readonly type: CelType;

  /** Undefined: not comparable (upstream's Equal gives "no such overload"). */
  abstract equals(other: Value): boolean | undefined;

  /** As a report shows it. */
  abstract override toString(): string;

  /** What it is known by as a key of a map: itself where Go has a pointer; undefined where Go cannot hash it. */
  get identity(): unknown {
    return this;
  }

  /** What the cost model takes as its size; most have none. */
  get size(): number | undefined {
    return undefined;
  }
}

/** An error at run time. It is a value like others, as `&&` and `||` can absorb it. */
export class Failure extends Boxed {
  constructor(readonly reason: Message) {
    super();
  }

  override toString(): string {
    return textOf(this.reason);
  }
}

/**
 * What makes upstream's evaluation panic: it ends there, and no `||` absorbs it. To its user it is an error like
 * others (cel/program.go, "internal error").
 */
export class Panic extends Error {
  readonly failure: Failure;

  constructor(reason: Message) {
    super(reason.id);
    this.failure = new Failure(reason);
  }
}

export function isJsonObject(value: unknown): value is JsonObject {
  return (
    typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    !(value instanceof Boxed) &&
    !(value instanceof Uint8Array) &&
    !(value instanceof CelType)
  );
}

const int64Limit = 2 ** 63;

/** A value as JSON has it, or one of CEL's, as one of CEL's. */
export function adapted(raw: unknown): Value {
  if (typeof raw === 'number' && !Number.isSafeInteger(raw)) return adaptedNumber(raw);
  return raw === undefined ? null : (raw as Value);
}

/** Kubernetes reads a number of JSON as int64 where it is one, else as float64 (apimachinery/pkg/util/json). */
function adaptedNumber(raw: number): Value {
  return Number.isInteger(raw) && Math.abs(raw) < int64Limit ? BigInt(raw) : new Double(raw);
}
