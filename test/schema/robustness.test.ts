import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { findKind, kinds, versions } from '@podlint/model';
import { decode, describeObject, fieldsOf, type SchemaProblem, pathIn } from '@podlint/schema';
import type { JsonValue, YamlDocument } from '@podlint/syntax';
import { documentOf } from './kit.js';

const names = [
  ...new Set(
    kinds.flatMap((kind) =>
      [
        [],
        ['spec'],
        ['metadata'],
        ['spec', 'containers', 0],
        ['spec', 'template', 'spec'],
        ['spec', 'volumes', 0],
      ].flatMap((path) => fieldsOf(kind, pathIn(kind.definition, path), 36).map(({ name }) => name)),
    ),
  ),
];

const scalar = fc.oneof(
  fc.constant(null),
  fc.boolean(),
  fc.integer(),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.constantFrom('', '1Gi', 'yes', '80', 'QQ==', '2020-01-01T00:00:00Z'),
  fc.string({ maxLength: 5 }),
);
const { value: anything } = fc.letrec<{ value: JsonValue }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'medium' },
    scalar as fc.Arbitrary<JsonValue>,
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(
      fc.oneof(
        { weight: 9, arbitrary: fc.constantFrom(...names) },
        { weight: 1, arbitrary: fc.string({ maxLength: 4 }) },
      ),
      tie('value'),
      { maxKeys: 5 },
    ),
  ),
}));
const objects = fc.tuple(
  fc.constantFrom(...kinds),
  fc.constantFrom(...versions),
  fc.dictionary(fc.constantFrom('metadata', 'spec', 'template', 'data', 'status', 'foo'), anything),
);

function decodeAgain(document: YamlDocument, value: JsonValue, minor: number): readonly SchemaProblem[] {
  const json = structuredClone(value);
  return decode(document, document.root!, json, describeObject(json).known!, minor).problems;
}

describe('any object of any kind', () => {
  test('decodes to something that decodes without a problem, and to itself', () => {
    fc.assert(
      fc.property(objects, ([kind, { minor }, fields]) => {
        const text = JSON.stringify({ apiVersion: kind.apiVersion, kind: kind.kind, ...fields });
        const document = documentOf(text);
        const { value } = decode(
          document,
          document.root!,
          document.toJSON(),
          findKind(kind.apiVersion, kind.kind)!,
          minor,
        );
        const once = JSON.stringify(value);
        assert.deepEqual(decodeAgain(document, value, minor), []);
        assert.equal(JSON.stringify(decode(document, document.root!, value, kind, minor).value), once);
      }),
      { numRuns: 300, seed: 7 },
    );
  });

  test('has each problem inside its text', () => {
    fc.assert(
      fc.property(objects, ([kind, { minor }, fields]) => {
        const text = JSON.stringify({ apiVersion: kind.apiVersion, kind: kind.kind, ...fields });
        const document = documentOf(text);
        const { problems } = decode(document, document.root!, document.toJSON(), kind, minor);
        for (const { range, fixes } of problems)
          for (const { start, end } of [range, ...fixes.flatMap(({ edits }) => edits.map((edit) => edit.range))])
            assert.ok(start >= 0 && start <= end && end <= text.length);
      }),
      { numRuns: 300, seed: 8 },
    );
  });
});
