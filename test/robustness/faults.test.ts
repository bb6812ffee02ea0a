// A mistake of podlint's own in one rule, one document or one file costs no other: it is a finding there, and the rest is judged.
import assert from 'node:assert/strict';
import path from 'node:path';
import { describe, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { FieldPath } from '@podlint/field-path';
import { createLinterWith, type CustomResources, type Rule } from '@podlint/engine';
import type { Message } from '@podlint/messages';
import { catalogue } from '@podlint/rules';
import { root } from '../scenarios/run.js';

const pod = (name: string): string =>
  `apiVersion: v1\nkind: Pod\nmetadata: {name: ${name}}\nspec: {containers: [{name: a, image: "x:latest"}]}\n`;

function failingRule(hooks: Pick<Rule, 'object' | 'run' | 'collects'>): Rule {
  return { id: 'test/failing', level: 'error', summary: 'Fails', messages: { any: 'x' }, ...hooks };
}

function fail(): never {
  throw new Error('out of luck');
}

const failing = failingRule({
  object({ name }) {
    if (name === 'bad') fail();
  },
});
const custom = 'apiVersion: example.com/v1\nkind: Widget\nmetadata: {name: w}\n';
const files = [
  { path: 'a.yaml', text: pod('good') },
  { path: 'b.yaml', text: `${pod('bad')}---\n${pod('fine')}` },
];
const codesOf = ({ diagnostics }: { diagnostics: readonly { code: string }[] }): string[] =>
  diagnostics.map(({ code }) => code).sort();

describe('a fault of podlint costs nothing else', () => {
  const whole = createLinterWith(catalogue).lint(files);

  test('of a rule: it is named, and all others speak', () => {
    const report = createLinterWith([...catalogue, failing]).lint(files);
    assert.deepEqual(
      report.files.map(codesOf),
      whole.files.map((file, index) => [...codesOf(file), ...(index === 1 ? ['internal/fault'] : [])].sort()),
    );
    const [fault] = report.files[1]!.diagnostics.filter(({ code }) => code === 'internal/fault');
    assert.equal(fault?.messageId, 'fault/in-rule');
    assert.equal(fault.data.rule, 'test/failing');
    assert.equal(fault.data.error, 'out of luck');
    assert.equal(report.summary.faults, 1);
    assert.equal(whole.summary.faults, undefined);
  });

  test('of a rule over the whole run', () => {
    const collects = { name: 'names', of: ({ name }: { name: string }) => ({ name }) };
    const report = createLinterWith([...catalogue, failingRule({ collects, run: fail })]).lint(files);
    assert.equal(report.summary.faults, 1);
    assert.equal(report.summary.checked, whole.summary.checked);
    assert.equal(report.summary.warnings, whole.summary.warnings);
  });

  test('of the judging of a document: its neighbours are judged', () => {
    const customResources = { name: '', judge: fail };
    const report = createLinterWith(catalogue, {}, { customResources }).lint([
      { path: 'c.yaml', text: `${custom}---\n${pod('good')}` },
    ]);
    const [file] = report.files;
    assert.deepEqual(
      file?.documents.map(({ skipped }) => skipped),
      ['fault of podlint', undefined],
    );
    assert.ok(codesOf(file).includes('images/latest-tag'));
    assert.equal(report.summary.faults, 1);
  });

  test('of a whole file: the others are judged', () => {
    const message = Object.defineProperty({ id: 'x', data: {} }, 'template', { get: fail, enumerable: true });
    const error = {
      type: 'FieldValueInvalid',
      field: 'spec',
      at: FieldPath.root,
      message: message as Message,
    } as const;
    const customResources: CustomResources = { name: '', judge: () => ({ verdict: 'reject', errors: [error] }) };
    const broken = { path: 'a-broken.yaml', text: custom };
    const report = createLinterWith(catalogue, {}, { customResources }).lint([broken, ...files]);
    assert.deepEqual(report.files.map(codesOf), [['internal/fault'], ...whole.files.map(codesOf)]);
  });

  test('no comment of the file hides it', () => {
    const text = `# podlint-disable-file\n${pod('bad')}`;
    const report = createLinterWith([...catalogue, failing]).lint([{ path: 'a.yaml', text }]);
    assert.ok(report.files.some((file) => codesOf(file).includes('internal/fault')));
  });
});

test('the command reports what it can and ends with 3', async () => {
  const { verdictOn } = (await import(
    pathToFileURL(path.join(root, 'packages/cli/dist/commands/check/verdict.js')).href
  )) as { verdictOn: (report: unknown, demands: unknown) => { exitCode: number } };
  const report = createLinterWith([...catalogue, failing]).lint(files);
  const demands = { failOn: 'error', skips: 'allowed', maxWarnings: Infinity, detail: 'normal' };
  assert.equal(verdictOn(report, demands).exitCode, 3);
});
