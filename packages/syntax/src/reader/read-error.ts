import type { Cause } from '../causes.js';

/**
 * The first thing in a document that the server's reader does not take. Offsets count from the start of the document. It is
 * thrown, but is no Error: a stack, which nobody reads, would cost more than the reading.
 */
export class ReadError {
  constructor(
    readonly reason: Cause,
    readonly start: number,
    readonly end: number = start + 1,
    /** Where the thing that went wrong began: the opening quote or bracket, the key without a colon. */
    readonly opened: number = start,
  ) {}
}
