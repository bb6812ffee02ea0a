import { own } from '@podlint/plain';
import type { FieldPath } from '@podlint/model';

/**
 * A field on the way down from some object: `containers[].resources.claims` is in each item of the list `containers`,
 * as `capacity[].value` is in each entry of the map `capacity`.
 */
export type FieldPattern = readonly PatternStep[];

interface PatternStep {
  readonly field: string;
  /** Whether the field is a list or a map, whose items are meant. */
  readonly items: boolean;
}

/** An object, decoded, as a bag of fields. */
export type Fields = Record<string, unknown>;

/** A field that is there: where it is, and what holds it. */
export interface FoundField {
  readonly owner: Fields;
  readonly name: string;
  /**
   * What holds the owner, under the last name of the trail; undefined for an item of a list and for the object itself.
   */
  readonly holder: Fields | undefined;
  /** Names and indexes from the object down to the owner. */
  readonly ownerTrail: readonly (string | number)[];
}

export function parsePattern(text: string): FieldPattern {
  return text
    .split('.')
    .map((step) => (step.endsWith('[]') ? { field: step.slice(0, -2), items: true } : { field: step, items: false }));
}

/** Calls back for each place of the pattern that is set. */
export function findFields(object: Fields, pattern: FieldPattern, found: (field: FoundField) => void): void {
  descend(object, undefined, pattern, 0, [], found);
}

function descend(
  owner: Fields,
  holder: Fields | undefined,
  pattern: FieldPattern,
  depth: number,
  trail: (string | number)[],
  found: (field: FoundField) => void,
): void {
  const { field, items } = pattern[depth]!;
  const value = own(owner, field);
  if (value === undefined) return;
  if (depth === pattern.length - 1) {
    found({ owner, holder, name: field, ownerTrail: trail });
    return;
  }
  trail.push(field);
  if (items) descendIntoItems(value, pattern, depth + 1, trail, found);
  else if (isFields(value)) descend(value, owner, pattern, depth + 1, trail, found);
  trail.pop();
}

function descendIntoItems(
  items: unknown,
  pattern: FieldPattern,
  depth: number,
  trail: (string | number)[],
  found: (field: FoundField) => void,
): void {
  const descendInto = (item: unknown, at: string | number): void => {
    if (!isFields(item)) return;
    trail.push(at);
    descend(item, undefined, pattern, depth, trail, found);
    trail.pop();
  };
  if (Array.isArray(items)) for (let i = 0; i < items.length; i++) descendInto(items[i], i);
  else if (isFields(items)) for (const [key, item] of Object.entries(items)) descendInto(item, key);
}

export function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Whether the value differs from none: Go's zero values, and objects that hold nothing else, are as good as absent. */
export function saysSomething(value: unknown): boolean {
  if (Array.isArray(value)) return value.length > 0;
  if (isFields(value)) return Object.values(value).some(saysSomething);
  return Boolean(value);
}

export function pathOf(base: FieldPath, trail: readonly (string | number)[]): FieldPath {
  return trail.reduce<FieldPath>(
    (path, segment) => (typeof segment === 'number' ? path.index(segment) : path.child(segment)),
    base,
  );
}
