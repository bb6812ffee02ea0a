import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, test } from 'node:test';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import { type Run, root, runScenario } from './run.js';
import { type Scenario, readScenario } from './scenario.js';

const folder = path.join(root, 'test/scenarios/cases');
const schemas = new Ajv2020({ strict: false });
const [isReport, isChange] = ['report', 'change'].map((name) =>
  schemas.compile(JSON.parse(readFileSync(path.join(root, `schemas/${name}.schema.json`), 'utf8')) as object),
);

describe('scenarios', { concurrency: 2 }, () => {
  for (const file of readdirSync(folder).sort()) {
    test(file, async () => {
      const scenario = readScenario(path.join(folder, file));
      await runScenario(scenario, (run) => expectAll(scenario, run));
    });
  }
});

function expectAll(scenario: Scenario, run: Run): void {
  const clean = (text: string): string => text.replaceAll(run.folder, '{dir}');
  const output: Readonly<Record<string, string>> = { stdout: clean(run.stdout), stderr: clean(run.stderr) };
  // Also where it was expected: whoever wrote that down took a mistake of podlint's for an answer.
  assert.doesNotMatch(run.stderr, /^podlint: internal error/m);
  assert.equal(run.status, scenario.status, `exit code; stdout:\n${run.stdout}\nstderr:\n${run.stderr}`);
  for (const [stream, text] of scenario.exact) assert.equal(output[stream], text, stream);
  for (const [stream, lines] of scenario.has)
    for (const line of lines)
      assert.ok(output[stream]?.includes(line), `${stream} lacks "${line}":\n${output[stream]}`);
  for (const [stream, lines] of scenario.lacks)
    for (const line of lines) assert.ok(!output[stream]?.includes(line), `${stream} has "${line}":\n${output[stream]}`);
  if (scenario.report !== null) expectReport(JSON.parse(run.stdout), scenario.report, isReport);
  if (scenario.change !== null) expectReport(JSON.parse(run.stdout), scenario.change, isChange);
  for (const [name, text] of scenario.after)
    assert.equal(readFileSync(path.join(run.folder, name), 'utf8'), text, name);
}

function expectReport(report: unknown, part: unknown, isRight: ValidateFunction | undefined): void {
  assert.ok(isRight?.(report), `the report breaks its schema: ${JSON.stringify(isRight?.errors)}`);
  expectPart(report, part, 'report');
}

/** Lists have to be as long as in the part; objects may have more fields. */
function expectPart(actual: unknown, part: unknown, where: string): void {
  if (typeof part !== 'object' || part === null) {
    assert.deepEqual(actual, part, where);
    return;
  }
  assert.ok(typeof actual === 'object' && actual !== null, `${where} is ${String(actual)}`);
  if (Array.isArray(part)) assert.equal(Array.isArray(actual) && actual.length, part.length, `the length of ${where}`);
  for (const [key, value] of Object.entries(part))
    expectPart((actual as Record<string, unknown>)[key], value, `${where}.${key}`);
}
