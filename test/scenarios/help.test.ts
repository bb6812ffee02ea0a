/**
 * The help of every command fits a terminal, and knows every option; so do the completion scripts and the manual page.
 */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import { root } from './run.js';

const podlint = path.join(root, 'packages/cli/bundle/podlint.js');

function run(...args: readonly string[]): string {
  const { status, stdout, stderr } = spawnSync(process.execPath, [podlint, ...args], { encoding: 'utf8' });
  assert.equal(status, 0, stderr);
  return stdout;
}

const commandNames = [...run('--help').matchAll(/^ {2}podlint \[?([a-z]+)/gm)].map(([, name]) => name!);

describe('--help', () => {
  test('fits a terminal of 80 by 24, of all and of each command', () => {
    for (const text of [run('--help'), ...commandNames.map((name) => run(name, '--help'))]) {
      const lines = text.trimEnd().split('\n');
      assert.ok(lines.length <= 23, `${lines.length} lines, and one is for the prompt:\n${text}`);
      assert.deepEqual(
        lines.filter((line) => line.length > 80),
        [],
      );
    }
  });

  test('has no option that a longer form lacks, and the other way round', () => {
    for (const name of commandNames)
      assert.deepEqual(optionsIn(run(name, '--help')), optionsIn(run(name, '--help', '--verbose')));
  });

  test('has a line for each option when asked for more', () => {
    const lines = run('check', '--help', '--verbose')
      .split('\n')
      .filter((line) => /^ {2}.{4}--/.test(line));
    for (const line of lines) assert.match(line, /^ {2}.{4}--\S+( \S+)? {2,}\S/);
    assert.deepEqual(
      lines.filter((line) => line.length > 80),
      [],
    );
  });
});

const noBash = spawnSync('bash', ['--version']).error ? 'this machine has no bash' : false;

describe('completion in bash', { skip: noBash }, () => {
  let folder = '';
  before(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'podlint-completion-'));
    writeFileSync(path.join(folder, 'completion'), run('completion', 'bash'));
    for (const name of ['pod.yaml', 'a b.yaml']) writeFileSync(path.join(folder, name), '');
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  /** What bash offers for words of which the last one is being typed. */
  function offered(...words: readonly string[]): string[] {
    const script =
      'source ./completion; shift; COMP_WORDS=(podlint "$@"); COMP_CWORD=$#; _podlint; printf "%s\\n" "${COMPREPLY[@]}"';
    const { stdout, stderr } = spawnSync('bash', ['--norc', '-c', script, 'bash', '-', ...words], {
      cwd: folder,
      encoding: 'utf8',
    });
    // compopt can be used by a running completion only.
    assert.equal(stderr, '');
    return stdout
      .trimEnd()
      .split('\n')
      .filter((line) => line !== '');
  }

  const cases: readonly { readonly typed: readonly string[]; readonly offers: readonly string[] }[] = [
    { typed: ['--pre'], offers: ['--preset'] },
    { typed: ['--preset', ''], offers: ['none', 'recommended', 'strict'] },
    { typed: ['--preset', '=', 'st'], offers: ['strict'] },
    { typed: ['--preset', '='], offers: ['none', 'recommended', 'strict'] },
    { typed: ['check', '--fail-on', 'w'], offers: ['warning'] },
    { typed: ['--rule', 'security/privileg'], offers: ['security/privileged='] },
    { typed: ['rules', 'images/latest'], offers: ['images/latest-tag'] },
    { typed: ['--kubernetes-version', '1.29'], offers: ['1.29'] },
    { typed: ['expl'], offers: ['explain'] },
    { typed: ['p'], offers: ['pod.yaml', 'policy'] },
    { typed: ['check', 'a'], offers: ['a b.yaml'] },
    { typed: ['--config', 'a'], offers: ['a b.yaml'] },
    { typed: ['--changed', 'p'], offers: ['pod.yaml'] },
    { typed: ['--max-warnings', ''], offers: [] },
    { typed: ['explain', '--fi'], offers: ['--filename'] },
    { typed: ['completion', ''], offers: ['bash', 'zsh', 'fish'] },
  ];
  for (const { typed, offers } of cases)
    test(`podlint ${typed.join(' ')}`, () => assert.deepEqual(offered(...typed), offers));

  test('has every option of every command', () => {
    for (const name of commandNames) assert.deepEqual(offered(name, '--').sort(), optionsIn(run(name, '--help')));
  });
});

test('podlint completion says which shells there are', () => {
  const { status, stderr } = spawnSync(process.execPath, [podlint, 'completion', 'zhs'], { encoding: 'utf8' });
  assert.deepEqual(
    { status, stderr },
    {
      status: 2,
      stderr: 'podlint: podlint has no completion for "zhs": there is "bash", "zsh" or "fish"; did you mean "zsh"?\n',
    },
  );
});

test('the manual page is what the tables say', () => {
  const made = spawnSync(process.execPath, [path.join(root, 'scripts/manual.mjs'), '--check'], { encoding: 'utf8' });
  assert.equal(made.status, 0, made.stderr);
  const page = readFileSync(path.join(root, 'packages/cli/man/podlint.1'), 'utf8').replaceAll('\\-', '-');
  for (const name of commandNames)
    for (const option of optionsIn(run(name, '--help'))) assert.ok(page.includes(option), option);
});

/** Long names, sorted. */
function optionsIn(text: string): string[] {
  return [...new Set([...text.matchAll(/(?<=^|[\s,])--[a-zA-Z][\w-]*/gm)].map(([option]) => option))]
    .filter((option) => !isMentioned(text, option))
    .sort();
}

/** The hint at the end names an option that is not one of the command's. */
function isMentioned(text: string, option: string): boolean {
  return option === '--verbose' && !/--verbose(?! has)/.test(text);
}
