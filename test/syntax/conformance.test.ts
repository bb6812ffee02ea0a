import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { gunzipSync } from 'node:zlib';
import { readYaml, type JsonValue } from '@podlint/syntax';
import { sameJson } from './compare.js';

interface Case {
  readonly id: string;
  readonly yaml: string;
  /** `strict`: the strict reader refuses what the other one takes. */
  readonly docs: readonly { readonly json?: JsonValue; readonly error?: true; readonly strict?: true }[];
}

const folder = new URL('../../conformance/', import.meta.url);
const cases = gunzipSync(readFileSync(new URL('data/yaml.jsonl.gz', folder)))
  .toString()
  .split('\n')
  .filter((line) => line !== '')
  .map((line) => JSON.parse(line) as Case);
const exceptions = new Map(
  (JSON.parse(readFileSync(new URL('yaml-exceptions.json', folder), 'utf8')) as { id: string; reason: string }[]).map(
    ({ id, reason }) => [id, reason],
  ),
);

function agrees({ yaml, docs }: Case): boolean {
  const lax = readYaml(yaml);
  const strict = readYaml(yaml, { strict: true });
  return (
    lax.length === docs.length &&
    docs.every((expected, at) => {
      if ((strict[at]?.error !== undefined) !== (expected.error === true || expected.strict === true)) return false;
      return expected.error
        ? lax[at]?.error !== undefined
        : lax[at]?.error === undefined && sameJson(lax[at]?.json, expected.json);
    })
  );
}

test('reads what the server reads, and refuses what it refuses', () => {
  const failing = cases.filter((one) => !agrees(one)).map(({ id }) => id);
  assert.deepEqual(failing, [...exceptions.keys()]);
});

test('has few exceptions, each with a reason', () => {
  assert.ok(cases.length > 700);
  assert.ok(exceptions.size <= cases.length / 100);
  for (const [id, reason] of exceptions) assert.ok(reason, `${id} has no reason`);
});
