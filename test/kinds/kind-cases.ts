import assert from 'node:assert/strict';
import { test } from 'node:test';
import { validateCreate, validateUpdate } from '@podlint/kinds';
import { findKindByName, type Kind } from '@podlint/model';

export type Fields = Readonly<Record<string, unknown>>;

/** An object, what the server says of it as `Required spec.ports`, and of which version that is true. */
export type Case = readonly [object: Fields, errors: readonly string[], minor?: number];

function kindNamed(name: string): Kind {
  const kind = findKindByName(name);
  if (!kind) throw new Error(`no kind ${name}`);
  return kind;
}

interface Answer {
  readonly errors: readonly { readonly type: string; readonly field: { toString(): string } }[];
}

function errorsIn({ errors }: Answer): string[] {
  return [...new Set(errors.map(({ type, field }) => `${type.replace('FieldValue', '')} ${field.toString()}`))].sort();
}

/** Each part of an object, put over a whole one that the server takes, and what is then wrong. */
export function testCreate(name: string, base: Fields, cases: Readonly<Record<string, readonly Case[]>>): void {
  const created = (part: Fields, minor: number): ReturnType<typeof validateCreate> =>
    validateCreate(kindNamed(name), structuredClone({ metadata: { name: 'a' }, ...base, ...part }), minor);
  test(`${name}: the object that the cases start from is fine in every version`, () => {
    for (const minor of [29, 30, 31, 32, 33, 34, 35, 36]) assert.deepEqual(errorsIn(created({}, minor)), []);
  });
  for (const [what, rows] of Object.entries(cases)) {
    test(`${name}: ${what}`, () => {
      for (const [part, errors, minor = 36] of rows)
        assert.deepEqual(errorsIn(created(part, minor)), [...errors].sort(), JSON.stringify(part));
    });
  }
}

/** A stored object, a new one, and what the server says of the change. */
export type Change = readonly [old: Fields, updated: Fields, errors: readonly string[], minor?: number];

export function testUpdate(name: string, base: Fields, changes: Readonly<Record<string, readonly Change[]>>): void {
  const object = (part: Fields): Fields => structuredClone({ metadata: { name: 'a' }, ...base, ...part });
  for (const [what, rows] of Object.entries(changes)) {
    test(`${name}, update: ${what}`, () => {
      for (const [old, updated, errors, minor = 36] of rows)
        assert.deepEqual(
          errorsIn(validateUpdate(kindNamed(name), object(old), object(updated), minor)),
          [...errors].sort(),
          JSON.stringify(updated),
        );
    });
  }
}

/** The paths of what the server removes without a word, and of what it remarks on. */
export function remarks(name: string, object: Fields, minor = 36): { dropped: string[]; warnings: string[] } {
  const { dropped, warnings } = validateCreate(kindNamed(name), structuredClone({ ...object }), minor);
  const paths = (list: readonly { readonly path: { toString(): string } }[]): string[] =>
    list.map(({ path }) => path.toString()).sort();
  return { dropped: paths(dropped), warnings: paths(warnings) };
}
