/** `npm run test:run -- rules/GROUP/NAME` */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { test } from 'node:test';
import { rulesFolder } from './chosen.js';

function testRun(...args: string[]): { status: number | null; output: string } {
  // A test runner that finds itself inside another one reports to that one.
  const { NODE_TEST_CONTEXT: _, ...env } = process.env;
  const script = path.join(rulesFolder, '../scripts/test.mjs');
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, ...args], { encoding: 'utf8', env });
  return { status, output: `${stdout}${stderr}`.trim() };
}

test('the folder of a rule tests that rule and no other', () => {
  const { status, output } = testRun('rules/env/order');
  assert.equal(status, 0, output);
  const [, passed] = /^(\d+) passed, 0 failed$/.exec(output) ?? [];
  assert.ok(Number(passed) > 5 && Number(passed) < 50, output);
});

test('so does the folder of a page without a rule, and a path inside a folder', () => {
  assert.deepEqual(testRun('./rules/env/field-path/README.md'), { status: 0, output: '1 passed, 0 failed' });
});

test('a slip in the path is said', () => {
  const meant = '; did you mean "rules/probes/no-liveness"?';
  assert.deepEqual(testRun('rules/probes/no-livenes'), {
    status: 1,
    output: `there is no rule in rules/probes/no-livenes${meant}`,
  });
  assert.deepEqual(testRun('rules/no-liveness', 'syntax/edit'), {
    status: 1,
    output: `there is no rule in rules/no-liveness${meant}`,
  });
  assert.deepEqual(testRun('nonsense'), { status: 1, output: 'no test has nonsense in its path' });
});
