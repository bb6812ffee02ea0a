import type { Message } from '@podlint/messages';
import type { Range } from './document.js';
import { readDocument } from './reader/read-document.js';
import type { NodeHandler } from './reader/node-handler.js';
import { ReadError } from './reader/read-error.js';
import { describe } from './describe.js';
import { LinesBefore, streamOf } from './stream-text.js';

export type { NodeHandler } from './reader/node-handler.js';
export type { Properties } from './tree/tree.js';

/** Why a text is no YAML, and where. */
export interface ReadFailure {
  readonly message: Message;
  readonly range: Range;
}

/**
 * Tells a handler the nodes of the first document at a range of a text, as they are written: go-yaml v2 and v3 share
 * the grammar, and differ in what they make of scalars. What follows the document is not looked at.
 */
export function readNodes(text: string, range: Range, handler: NodeHandler): ReadFailure | undefined {
  const error = readDocument(text, range.start, range.end, handler);
  if (!(error instanceof ReadError)) return undefined;
  const found = { start: error.start, end: error.end };
  const { message } = describe(streamOf(text, new LinesBefore(text, 0)), range, {
    reason: error.reason,
    range: found,
    opened: error.opened,
  });
  return { message, range: found };
}
