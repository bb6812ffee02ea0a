import { own } from '@podlint/plain';
import type { JsonValue } from '@podlint/syntax';

/** An entry of a list, and where it was before: in the list of the edit, or in that of the file. */
export interface Entry {
  readonly value: JsonValue;
  readonly of: 'edit' | 'file';
  readonly index: number;
}

export type Fields = { [name: string]: JsonValue };

export function isFields(value: JsonValue | undefined): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function nameOf(value: JsonValue): string {
  const name = isFields(value) ? own(value, 'name') : undefined;
  return typeof name === 'string' ? name : '';
}

export function sortedByName(byName: ReadonlyMap<string, Entry>): Entry[] {
  return [...byName].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, entry]) => entry);
}
