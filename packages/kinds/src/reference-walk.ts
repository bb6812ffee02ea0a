import { own } from '@podlint/plain';
import type { FieldReferences, Reference } from './reference.js';

type Fields = Readonly<Record<string, unknown>>;

/** A name in an object, and what it stands for. */
export interface FoundReference {
  /** Which of the patterns the field is of: its number in the table. */
  readonly pattern: number;
  readonly refersTo: Reference;
  readonly name: string;
  /** For each list on the way, which of its items. */
  readonly items: readonly number[];
  /** The object that holds the field, and those around it, the innermost first. */
  readonly around: readonly Fields[];
}

/** A step of patterns that begin alike. */
interface Step {
  readonly below: Map<string, Step>;
  /** Whether the field is a list whose items are meant. */
  readonly isList: boolean;
  /** The patterns that end here. */
  readonly ends: { readonly pattern: number; readonly refersTo: Reference }[];
}

/** What the fields of a kind refer to, for a walk over an object that enters only what may hold a name. */
export class ReferenceTable {
  /** By their numbers. */
  readonly patterns: readonly string[];
  private readonly root = newStep(false);

  constructor(references: readonly FieldReferences[]) {
    const all = references.flatMap(({ refersTo, fields }) => fields.map((field) => ({ field, refersTo })));
    this.patterns = all.map(({ field }) => field);
    all.forEach(({ field, refersTo }, pattern) => this.add(field.split('.'), pattern, refersTo));
  }

  /** Names and indexes from the object down to the field of a pattern. */
  segmentsOf(pattern: number, items: readonly number[]): readonly (string | number)[] {
    let list = 0;
    return (this.patterns[pattern] ?? '')
      .split('.')
      .flatMap((step) => (step.endsWith('[]') ? [step.slice(0, -2), items[list++] ?? 0] : [step]));
  }

  /** Every name in an object. */
  find(object: Fields): readonly FoundReference[] {
    const found: FoundReference[] = [];
    enter(object, this.root, [], [], found);
    return found;
  }

  private add(steps: readonly string[], pattern: number, refersTo: Reference): void {
    let at = this.root;
    for (const text of steps) {
      let next = at.below.get(text);
      if (!next) at.below.set(text, (next = newStep(text.endsWith('[]'))));
      at = next;
    }
    at.ends.push({ pattern, refersTo });
  }
}

function newStep(isList: boolean): Step {
  return { below: new Map(), isList, ends: [] };
}

function enter(
  object: Fields,
  step: Step,
  items: readonly number[],
  above: readonly Fields[],
  found: FoundReference[],
): void {
  const around = [object, ...above];
  for (const [text, next] of step.below) {
    const value = own(object, next.isList ? text.slice(0, -2) : text);
    if (value === undefined || value === null) continue;
    if (next.isList) {
      if (Array.isArray(value))
        for (let i = 0; i < value.length; i++) meet(value[i], next, [...items, i], around, found);
    } else meet(value, next, items, around, found);
  }
}

function meet(
  value: unknown,
  step: Step,
  items: readonly number[],
  around: readonly Fields[],
  found: FoundReference[],
): void {
  if (typeof value === 'string') {
    for (const { pattern, refersTo } of step.ends)
      if (value !== '') found.push({ pattern, refersTo, name: value, items, around });
  } else if (typeof value === 'object' && value !== null && !Array.isArray(value) && step.below.size > 0)
    enter(value as Fields, step, items, around, found);
}
