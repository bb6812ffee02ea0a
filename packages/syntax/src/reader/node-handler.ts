import type { Properties } from '../tree/tree.js';

/**
 * What a reader tells of a document, in the order of the text. Inside a mapping, keys and values take turns. Offsets
 * count from the start of the stream.
 */
export interface NodeHandler {
  openMapping(start: number, style: number, properties?: Properties): void;
  openSequence(start: number, style: number, properties?: Properties): void;
  /** Ends the innermost open collection; `end` only of one in brackets. */
  close(end?: number): void;
  /** `cooked`: the characters where they are not simply the text between start and end. */
  scalar(start: number, end: number, style: number, cooked?: string, properties?: Properties): void;
  alias(start: number, end: number, name: string): void;
  /** Where the text goes on behind the end of the document. */
  restStart: number | undefined;
}
