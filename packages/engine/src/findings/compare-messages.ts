import { plainData, type Message, type MessageData } from '@podlint/messages';
import { compareText } from './compare-text.js';

/** By id, then by data: what is equal in both says the same, and no text has to be made to know it. */
export function compareMessages(a: Pick<Message, 'id' | 'data'>, b: Pick<Message, 'id' | 'data'>): number {
  return compareText(a.id, b.id) || compareData(a.data, b.data);
}

function compareData(a: MessageData, b: MessageData): number {
  if (a === b) return 0;
  const [one, other] = [Object.entries(plainData(a)), Object.entries(plainData(b))];
  for (const [at, [name, value]] of one.entries()) {
    const [otherName = '', otherValue = ''] = other[at] ?? [];
    const difference = compareText(name, otherName) || compareValues(value, otherValue);
    if (difference !== 0) return difference;
  }
  return one.length - other.length;
}

function compareValues(a: string | number, b: string | number): number {
  return typeof a === 'number' && typeof b === 'number' ? a - b : compareText(String(a), String(b));
}
