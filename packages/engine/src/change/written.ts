import type { FieldPath } from '@podlint/field-path';
import { own } from '@podlint/plain';
import type { Pair } from './pairs.js';

/** What stands in the manifests of an object: the rest was filled in by the server, and follows from that. */
export class Written {
  constructor(private readonly pair: Pair) {}

  /** Whether one of the manifests has the field, or what the field is in is new or gone as a whole. */
  has(path: FieldPath): boolean {
    const { old, now } = this.pair;
    return [old, now].some((side) => side !== undefined && holds(side.value, path.segments));
  }
}

function holds(value: unknown, segments: readonly (string | number)[]): boolean {
  let at: unknown = value;
  for (const segment of segments) {
    if (typeof at !== 'object' || at === null || !Object.hasOwn(at, segment)) return false;
    at = own(at as Readonly<Record<string, unknown>>, String(segment));
  }
  return true;
}
