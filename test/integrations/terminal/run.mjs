// What podlint does when a person sits before it: in a terminal of its own, made by util-linux' script.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, test } from 'node:test';
import { gitRepository, podlint, provide, temporaryFolder, writeFiles } from '../kit.mjs';

const { skip } = provide({
  name: 'script',
  version: 'of the machine',
  programs: ['script', 'git'],
  install: () => undefined,
});

/**
 * Runs podlint in a terminal, and types an answer each time that it asks: an interrupt that comes before would end it
 * before it has begun.
 * @returns the exit code and all that is to be seen
 */
async function inTerminal(folder, command, answers) {
  const terminal = spawn('script', ['--quiet', '--return', '--command', `node '${podlint}' ${command}`, '/dev/null'], {
    cwd: folder,
    env: { ...process.env, TERM: 'xterm', NO_COLOR: '1' },
    timeout: 60_000,
  });
  let screen = '';
  let typed = 0;
  terminal.stdout.setEncoding('utf8').on('data', (text) => {
    screen += text;
    const asked = screen.split(/\? \[[YyNn]\/[YyNn]\] /).length - 1;
    for (; typed < Math.min(asked, answers.length); typed++) terminal.stdin.write(answers[typed]);
  });
  const [status] = await once(terminal, 'close');
  return { status, screen: screen.replaceAll('\r\n', '\n') };
}

describe('podlint init in a terminal', { skip }, () => {
  test('shows each file, asks, and writes what is agreed to', async (context) => {
    const folder = gitRepository(temporaryFolder(context));
    const { status, screen } = await inTerminal(folder, 'init', ['y\n', 'n\n', '\n']);
    assert.equal(status, 0, screen);
    assert.match(screen, /\+extends: podlint:recommended[^]*Write podlint\.config\.yaml\? \[Y\/n\]/);
    assert.match(screen, /\.pre-commit-config\.yaml is not written/);
    assert.deepEqual(
      ['podlint.config.yaml', '.pre-commit-config.yaml', '.github/workflows/podlint.yml'].map((file) =>
        existsSync(path.join(folder, file)),
      ),
      [true, false, true],
    );
  });

  test('an end of the input is a no', async (context) => {
    const folder = gitRepository(temporaryFolder(context));
    const { screen } = await inTerminal(folder, 'init', ['\u0004', '\u0004', '\u0004']);
    assert.match(screen, /podlint\.config\.yaml is not written/);
    assert.equal(existsSync(path.join(folder, 'podlint.config.yaml')), false);
  });

  test('interrupted, it ends, with nothing more written', async (context) => {
    const folder = gitRepository(temporaryFolder(context));
    writeFiles(folder, { 'podlint.config.yaml': 'rules: {}\n' });
    const { screen } = await inTerminal(folder, 'init --force', ['n\n', '\u0003']);
    assert.match(screen, /Write \.pre-commit-config\.yaml\?/);
    assert.equal(existsSync(path.join(folder, '.pre-commit-config.yaml')), false);
    assert.equal(readFileSync(path.join(folder, 'podlint.config.yaml'), 'utf8'), 'rules: {}\n');
  });
});
