import type { Message } from '@podlint/messages';
import type { Range } from '@podlint/syntax';
import type { PositionRange } from '../documents/position.js';
import { compareMessages } from './compare-messages.js';
import { compareText } from './compare-text.js';
import type { ApiError } from './diagnostic.js';

/** What tells findings of one object apart, whatever step they are at. */
interface Ordered {
  readonly range: Range | PositionRange;
  readonly code: string;
  /** A path, or how it is printed. */
  readonly path: { toString(): string };
  readonly message: Pick<Message, 'id' | 'data'>;
  readonly api?: ApiError | undefined;
}

/** By their places; what stands at one place goes by its code, path and message, and the server's words for it. */
export function compareFindings(a: Ordered, b: Ordered): number {
  return (
    offsetOf(a.range.start) - offsetOf(b.range.start) ||
    offsetOf(a.range.end) - offsetOf(b.range.end) ||
    compareText(a.code, b.code) ||
    compareText(a.path.toString(), b.path.toString()) ||
    compareMessages(a.message, b.message) ||
    compareText(a.api?.type ?? '', b.api?.type ?? '') ||
    compareText(a.api?.field ?? '', b.api?.field ?? '')
  );
}

function offsetOf(place: Range['start'] | PositionRange['start']): number {
  return typeof place === 'number' ? place : place.offset;
}
