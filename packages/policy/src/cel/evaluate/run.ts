import { says } from '../values/failures.js';
import { Failure, type Value } from '../values/value.js';

/** The values of an expression's variables. */
export interface Activation {
  /** Undefined: there is no such variable. */
  find(name: string): Value | Failure | undefined;
}

/** What one evaluation has spent, and the values of its macros' variables. */
export class Run {
  cost = 0;

  constructor(
    readonly activation: Activation,
    private readonly limit: number,
    readonly slots: (Value | Failure | undefined)[],
  ) {}

  /** Adds units of upstream's cost model; throws when the limit is passed, as nothing may absorb that. */
  charge(units: number): void {
    this.cost += units;
    if (this.cost > this.limit) throw new CostLimitExceeded(this.limit);
  }
}

export class CostLimitExceeded extends Error {
  readonly failure: Failure;

  constructor(limit: number) {
    super('cost limit exceeded');
    this.failure = new Failure(says['cost-limit']({ limit }));
  }
}

/** A part of an expression, ready to be evaluated. */
export type Step = (run: Run) => Value | Failure;
