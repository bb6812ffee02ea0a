import type { Operation } from '../environment.js';
import type { Failure, Value } from '../values/value.js';

/** An operation whose arguments have the types of its overload already: the planner sees to that. */
export const typed = (call: (...args: never[]) => Value | Failure): Operation => call as unknown as Operation;
