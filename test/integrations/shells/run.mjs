// The completion scripts, asked in real shells, and the manual page, read by real readers.
import assert from 'node:assert/strict';
import { readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, test } from 'node:test';
import { must, podlint, provide, root, run, temporaryFolder, writeFiles } from '../kit.mjs';

/** Debian's packages, unpacked and not installed. */
function debian(name, packages) {
  return provide({
    name,
    version: 'debian',
    programs: ['apt-get', 'dpkg'],
    install: (folder) => {
      must('apt-get', ['download', '--quiet', ...packages], { cwd: folder });
      for (const file of readdirSync(folder).filter((entry) => entry.endsWith('.deb')))
        must('dpkg', ['-x', file, '.'], { cwd: folder });
    },
  });
}

const zsh = debian('zsh', ['zsh', 'zsh-common']);
const fish = debian('fish', ['fish', 'fish-common', 'libpcre2-32-0']);
const mandoc = debian('mandoc', ['mandoc']);

/** What is typed before TAB, and what has to be offered. */
const cases = [
  ['podlint --pre', ['--preset']],
  ['podlint --preset ', ['none', 'recommended', 'strict']],
  ['podlint check --fail-on w', ['warning']],
  ['podlint expl', ['explain']],
  ['podlint explain --fi', ['--filename']],
  ['podlint --rule security/privileg', ['security/privileged=']],
  ['podlint rules images/latest', ['images/latest-tag']],
  ['podlint va', ['values.yaml']],
  ['podlint check --config va', ['values.yaml']],
  ['podlint --changed va', ['values.yaml']],
  ['podlint completion ', ['bash', 'fish', 'zsh']],
];
const files = { 'values.yaml': '', 'other.yaml': '' };

/** A folder with the completion script of a shell in it. */
function prepare(context, shell) {
  const folder = temporaryFolder(context);
  writeFiles(folder, files);
  writeFileSync(path.join(folder, 'completion'), must('node', [podlint, 'completion', shell]).stdout);
  return folder;
}

describe('zsh', { skip: zsh.skip }, () => {
  test('offers what fits at each place', (context) => {
    const folder = prepare(context, 'zsh');
    const functions = readdirSync(path.join(zsh.folder, 'usr/share/zsh/functions'), {
      withFileTypes: true,
      recursive: true,
    })
      .filter((entry) => entry.isDirectory())
      .map((entry) => path.join(entry.parentPath, entry.name));
    const [version] = readdirSync(path.join(zsh.folder, 'usr/lib/x86_64-linux-gnu/zsh'));
    const program = path.join(zsh.folder, 'bin/zsh');
    const script = `module_path=('${path.join(zsh.folder, 'usr/lib/x86_64-linux-gnu/zsh', version)}'); source '${path.join(root, 'test/integrations/shells/ask.zsh')}' completion "$@"`;
    const { stdout, stderr } = run(program, ['-f', '-c', script, 'zsh', ...cases.map(([typed]) => typed)], {
      cwd: folder,
      env: { ...process.env, FPATH: functions.join(':'), ZSH_PROGRAM: program, TERM: 'xterm' },
      timeout: 60_000,
    });
    const answers = stdout.split(/^--\n/m).map((answer) => [...new Set(answer.trim().split('\n'))].sort());
    assert.deepEqual(
      Object.fromEntries(cases.map(([typed], index) => [typed, answers[index]])),
      Object.fromEntries(cases),
      stderr,
    );
  });
});

describe('fish', { skip: fish.skip }, () => {
  test('offers what fits at each place', (context) => {
    const folder = prepare(context, 'fish');
    const [libraries] = readdirSync(path.join(fish.folder, 'usr/lib'));
    const env = {
      ...process.env,
      HOME: folder,
      XDG_CONFIG_HOME: folder,
      XDG_DATA_HOME: folder,
      LD_LIBRARY_PATH: path.join(fish.folder, 'usr/lib', libraries),
    };
    const ask = (typed) =>
      run(
        path.join(fish.folder, 'usr/bin/fish'),
        ['--no-config', '-c', 'source completion; complete -C $argv[1]', typed],
        { cwd: folder, env },
      );
    const answers = cases.map(([typed]) => {
      const { stdout, stderr } = ask(typed);
      assert.equal(stderr, '');
      return [
        typed,
        stdout
          .trim()
          .split('\n')
          .map((line) => line.split('\t')[0])
          .sort(),
      ];
    });
    assert.deepEqual(Object.fromEntries(answers), Object.fromEntries(cases));
  });
});

const page = path.join(root, 'packages/cli/man/podlint.1');

describe('mandoc', { skip: mandoc.skip }, () => {
  test('finds nothing wrong with the manual page', () => {
    const { stdout } = run(path.join(mandoc.folder, 'usr/bin/mandoc'), ['-T', 'lint', '-W', 'warning', page]);
    // A page without a date is meant: it is the same whenever it is generated.
    assert.deepEqual(
      stdout.split('\n').filter((line) => line !== '' && !/missing date/.test(line)),
      [],
    );
  });
});

const man = provide({ name: 'man', version: 'of the machine', programs: ['man'], install: () => undefined });

describe('man', { skip: man.skip }, () => {
  test('shows the manual page', () => {
    const { stdout, stderr } = run('man', ['--warnings', '--local-file', page], {
      env: { ...process.env, MANWIDTH: '80', LC_ALL: 'C.UTF-8' },
    });
    assert.equal(stderr, '');
    assert.match(stdout, /podlint --changed --fix/);
  });
});
