import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import { type Outcome, podlint } from './command.js';
import { root } from './run.js';

/*
 * What the command ends with, for every combination of what can be found and of the options that say what fails a run.
 * The expectation is the rule as it is documented: 1 for findings at or above --fail-on, for more warnings than --max-warnings,
 * for anything skipped under --fail-on-skipped; else 0.
 */

type Severity = 'error' | 'warning' | 'info';

interface Cell {
  /** What is found in a Pod that is checked, and in one that is not (its placeholder is a finding). */
  readonly found: readonly Severity[];
  readonly skipped: 'none' | 'some' | 'all';
  readonly failOn: Severity | undefined;
  readonly failOnSkipped: boolean;
  readonly maxWarnings: number | undefined;
  readonly quiet: boolean;
}

const order: readonly Severity[] = ['info', 'warning', 'error'];
const levels = { error: 'error', warning: 'warn', info: 'info' } as const;
/** By severity a rule that the file of that name breaks and no other. */
const rules = { error: 'images/latest-tag', warning: 'pods/default-namespace', info: 'pods/bare' } as const;

const cells: readonly Cell[] = [
  [],
  ['info'],
  ['warning'],
  ['error'],
  ['info', 'warning'],
  ['warning', 'error'],
  ['info', 'warning', 'error'],
].flatMap((found) =>
  (['none', 'some', 'all'] as const).flatMap((skipped) =>
    [undefined, 'error', 'warning', 'info'].flatMap((failOn) =>
      [false, true].flatMap((failOnSkipped) =>
        [undefined, 0, 1].flatMap((maxWarnings) =>
          [false, true].map((quiet) => ({ found, skipped, failOn, failOnSkipped, maxWarnings, quiet }) as Cell),
        ),
      ),
    ),
  ),
);

function expected({ found, skipped, failOn = 'error', failOnSkipped, maxWarnings = Infinity }: Cell): number {
  const fails = found.some((severity) => order.indexOf(severity) >= order.indexOf(failOn));
  const tooMany = found.filter((severity) => severity === 'warning').length > maxWarnings;
  if (fails || tooMany || (failOnSkipped && skipped !== 'none')) return 1;
  return skipped === 'all' ? 2 : 0;
}

function argumentsOf({ found, skipped, failOn, failOnSkipped, maxWarnings, quiet }: Cell): string[] {
  // With everything skipped, what is found is found in a document that is not judged.
  const findings =
    skipped === 'all'
      ? found.map((severity) => `placeholder-${severity}.yaml`)
      : found.map((severity) => `${severity}.yaml`);
  const skips = { none: [], some: ['service.yaml'], all: ['service.yaml'] }[skipped];
  const files = [...findings, ...skips, ...(skipped === 'all' ? [] : ['clean.yaml'])];
  return [
    ...[
      '--preset',
      'none',
      '--no-color',
      ...found.flatMap((severity) => ['--rule', `${rules[severity]}=${levels[severity]}`]),
    ],
    ...(failOn === undefined ? [] : ['--fail-on', failOn]),
    ...(failOnSkipped ? ['--fail-on-skipped'] : []),
    ...(maxWarnings === undefined ? [] : ['--max-warnings', String(maxWarnings)]),
    ...(quiet ? ['--quiet'] : []),
    ...files,
  ];
}

function expectOutcome(cell: Cell, { status, stdout, stderr }: Outcome): void {
  const what = JSON.stringify(cell);
  assert.equal(status, expected(cell), `${what}\n${stdout}${stderr}`);
  assert.equal(
    stdout === '',
    cell.quiet && !cell.found.includes('error'),
    `${what}: --quiet prints errors and nothing else`,
  );
  if (status === 1 && !stdout.includes('error[') && cell.quiet)
    assert.notEqual(stderr, '', `${what}: a failure without a reason`);
}

describe('exit codes', () => {
  let folder = '';

  before(() => {
    folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'podlint-exit-')));
    const pod = (namespace: string, image: string, owner = ''): string =>
      `apiVersion: v1\nkind: Pod\nmetadata: {name: a${namespace}${owner}}\nspec: {containers: [{name: a, image: "registry.example/a:${image}"}]}\n`;
    const owned = ', ownerReferences: [{apiVersion: apps/v1, kind: ReplicaSet, name: a, uid: b}]';
    const files = {
      'clean.yaml': pod(', namespace: b', '1', owned),
      'error.yaml': pod(', namespace: b', 'latest', owned),
      'warning.yaml': pod('', '1', owned),
      'info.yaml': pod(', namespace: b', '1'),
      'service.yaml': 'apiVersion: example.com/v1\nkind: Widget\nmetadata: {name: a, namespace: b}\n',
      'placeholder-error.yaml': pod(', namespace: "${B}"', 'latest', owned),
      'placeholder-warning.yaml': pod(', generation: "${B}"', '1', owned),
      'placeholder-info.yaml': pod(', namespace: "${B}"', '1'),
    };
    for (const [name, text] of Object.entries(files)) writeFileSync(path.join(folder, name), text);
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  const inProcess = (args: readonly string[]): Promise<Outcome> => podlint(folder, args);

  test(`are as designed, in ${cells.length} combinations`, async () => {
    // The placeholder itself is no finding here, so that each file has one at most.
    for (const cell of cells)
      expectOutcome(cell, await inProcess(['--rule', 'schema/placeholder=off', ...argumentsOf(cell)]));
  });

  test('of the built command, for some of them', () => {
    for (const cell of cells.filter((_, index) => index % 61 === 0)) {
      const { status, stdout, stderr } = spawnSync(
        process.execPath,
        [path.join(root, 'packages/cli/bundle/podlint.js'), '--rule', 'schema/placeholder=off', ...argumentsOf(cell)],
        { cwd: folder, encoding: 'utf8' },
      );
      expectOutcome(cell, { status: status ?? -1, stdout, stderr });
    }
  });

  test('2 where nothing can be checked, whatever the options', async () => {
    writeFileSync(path.join(folder, 'empty.yaml'), '');
    for (const options of [[], ['--fail-on', 'info'], ['--quiet'], ['--fail-on-skipped']])
      assert.equal((await inProcess([...options, 'empty.yaml'])).status, 2);
    for (const args of [['nowhere.yaml'], ['--fail-on', 'fatal', 'clean.yaml'], ['--max-warnings', '-1', 'clean.yaml']])
      assert.equal((await inProcess(args)).status, 2, args.join(' '));
  });
});
