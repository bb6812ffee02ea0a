// A key without a value is given one, once: a second key beside it would be a duplicate, and one more at each run.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { applyFixes, createLinter } from 'podlint';

const linter = createLinter();
const rest =
  'kind: Pod\nmetadata: {name: a}\nspec: {containers: [{name: a, image: "x:1", imagePullPolicy: IfNotPresent}]}\n';

function fixed(text: string): string {
  const [file] = linter.lint([{ path: 'a.yaml', text }]).files;
  return applyFixes(text, file?.diagnostics ?? [], 'safe').text;
}

for (const empty of ['apiVersion:\n', 'apiVersion: null\n', 'apiVersion: ""\n', 'apiVersion: ~\n'])
  test(`${empty.trim()} is filled in and then left alone`, () => {
    const once = fixed(empty + rest);
    assert.match(once, /^apiVersion: "?v1"?\n/);
    assert.equal(once.match(/apiVersion/g)?.length, 1);
    assert.equal(fixed(once), once);
  });
