// What podlint does when a person sits before it: in a terminal of its own, made by util-linux' script.
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, test } from 'node:test';
import { gitRepository, podlint, provide, run, temporaryFolder, writeFiles } from '../kit.mjs';

const { skip } = provide({ name: 'script', version: 'of the machine', programs: ['script', 'git'], install: () => undefined });

/** Runs podlint in a terminal, with what is typed there. @returns the exit code and all that is to be seen */
function inTerminal(folder, command, typed) {
  const { status, stdout } = run('script', ['--quiet', '--return', '--command', `node '${podlint}' ${command}`, '/dev/null'], { cwd: folder, input: typed, env: { ...process.env, TERM: 'xterm', NO_COLOR: '1' }, timeout: 30_000 });
  return { status, screen: stdout.replaceAll('\r\n', '\n') };
}

describe('podlint init in a terminal', { skip }, () => {
  test('shows each file, asks, and writes what is agreed to', (context) => {
    const folder = gitRepository(temporaryFolder(context));
    const { status, screen } = inTerminal(folder, 'init', 'y\nn\n\n');
    assert.equal(status, 0, screen);
    assert.match(screen, /\+extends: podlint:recommended[^]*Write podlint\.config\.yaml\? \[Y\/n\]/);
    assert.match(screen, /\.pre-commit-config\.yaml is not written/);
    assert.deepEqual(['podlint.config.yaml', '.pre-commit-config.yaml', '.github/workflows/podlint.yml'].map((file) => existsSync(path.join(folder, file))), [true, false, true]);
  });

  test('an end of the input is a no', (context) => {
    const folder = gitRepository(temporaryFolder(context));
    const { screen } = inTerminal(folder, 'init', '\u0004\u0004\u0004');
    assert.match(screen, /podlint\.config\.yaml is not written/);
    assert.equal(existsSync(path.join(folder, 'podlint.config.yaml')), false);
  });

  test('interrupted, it ends, with nothing more written', (context) => {
    const folder = gitRepository(temporaryFolder(context));
    writeFiles(folder, { 'podlint.config.yaml': 'rules: {}\n' });
    const { screen } = inTerminal(folder, 'init --force', 'n\n\u0003');
    assert.match(screen, /Write \.pre-commit-config\.yaml\?/);
    assert.equal(existsSync(path.join(folder, '.pre-commit-config.yaml')), false);
    assert.equal(readFileSync(path.join(folder, 'podlint.config.yaml'), 'utf8'), 'rules: {}\n');
  });
});
