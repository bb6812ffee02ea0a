import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { judgeCustomObject, judgeDefinition, type CustomObjectVerdict, type ResourceError } from 'podlint/policy';
import { readCases, type CustomObjectCase, type DefinitionCase, type RecordedVerdict } from './cases.js';

const sorted = (items: readonly string[]): readonly string[] => [...new Set(items)].sort();
const found = (errors: readonly ResourceError[] = []): readonly string[] =>
  sorted(errors.map(({ type, field }) => `${type} ${field}`));
const recorded = ({ errors = [] }: RecordedVerdict): readonly string[] => sorted(errors.map((pair) => pair.join(' ')));

const definitions = readCases<DefinitionCase>('definitions');

test('the API server and podlint say the same of definitions', () => {
  assert.ok(definitions.length > 150);
  const differ = definitions.filter(({ manifest, expect }) => {
    const { verdict, errors } = judgeDefinition(manifest);
    return verdict !== expect.verdict || found(errors).join() !== recorded(expect).join();
  });
  assert.deepEqual(
    differ.map(({ id }) => id),
    [],
  );
});

describe('the API server and podlint say the same of custom objects', () => {
  const manifests = new Map(definitions.map(({ id, manifest }) => [id, manifest]));
  const judged = readCases<CustomObjectCase>('custom-objects').map((example) => ({
    ...example,
    answer: judgeCustomObject({ ...example, definition: manifests.get(example.crd) ?? assert.fail(example.crd) }),
  }));

  test('whether it takes them, and which fields are at fault', () => {
    assert.ok(judged.length > 1000);
    const differ = judged.filter(({ expect, answer }) => !isSame(expect, answer));
    assert.deepEqual(
      differ.map(({ id }) => id),
      [],
    );
  });

  test('what they are with their defaults, and without unknown fields', () => {
    const effective = judged.filter(({ expect }) => expect.effective !== undefined);
    assert.ok(effective.length > 400);
    for (const { id, expect, answer } of effective) assert.deepEqual(answer.effective, expect.effective, id);
  });
});

function isSame(expect: RecordedVerdict, { verdict, unknown = [], errors }: CustomObjectVerdict): boolean {
  if (verdict !== expect.verdict) return false;
  if (verdict === 'undecodable') return true;
  return (
    sorted(unknown).join() === sorted(expect.unknown ?? []).join() && found(errors).join() === recorded(expect).join()
  );
}
