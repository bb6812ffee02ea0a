import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { createLinter } from 'podlint';

const linter = createLinter({ kubernetesVersions: ['1.36'] });
const part = 'apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: web}\nstatus: {readyReplicas: 1}\n';

function skipOf(path: string): string | undefined {
  return linter.lint([{ path, text: part }]).files[0]?.documents[0]?.skipped;
}

describe('files that tests compare objects with', () => {
  for (const name of ['00-assert.yaml', 'e2e/03-errors.yaml', '1-error.yml', '10-assert-scaled.yaml'])
    test(`${name} holds parts of objects`, () => {
      assert.equal(skipOf(name), 'assertion of a test');
      assert.deepEqual(linter.lint([{ path: name, text: part }]).files[0]?.diagnostics, []);
    });
  for (const name of ['00-install.yaml', 'assert.yaml', '00-asserted.yaml'])
    test(`${name} is judged as it is`, () => assert.equal(skipOf(name), undefined));
});
