// The language server in Neovim, as Debian has it: its own client, driven by a script.
import assert from 'node:assert/strict';
import { chmodSync, existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, test } from 'node:test';
import { documented, must, podlint, provide, run, temporaryFolder, writeFiles } from '../kit.mjs';

/** Neovim and the libraries that it needs beyond those of every Debian. */
const packages = [
  'neovim',
  'neovim-runtime',
  'libluajit-5.1-2',
  'libluajit-5.1-common',
  'libmsgpackc2',
  'libtermkey1',
  'libtree-sitter0',
  'libunibilium4',
  'libuv1',
  'libvterm0',
  'lua-luv',
];

/** Unpacked beside what the machine has installed, which takes no rights. */
const { folder, skip } = provide({
  name: 'neovim',
  version: 'debian-12',
  programs: ['apt-get', 'dpkg-deb'],
  install: (target) => {
    run('apt-get', ['update', '--quiet']);
    must('apt-get', ['download', '--quiet', ...packages], { cwd: target });
    for (const file of readdirSync(target).filter((name) => name.endsWith('.deb')))
      must('dpkg-deb', ['--extract', file, '.'], { cwd: target });
  },
});

const libraries = (root) =>
  readdirSync(path.join(root, 'usr/lib'))
    .map((name) => path.join(root, 'usr/lib', name))
    .join(':');

const manifest = `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: web
      image: registry.example/web:1
      imagePullPolicy: always
      ports:
        - name: http
          containerPort: 8080
      volumeMounts:
        - name: scratch
          mountPath: /var/cache
  volumes:
    - name: scratch
      emptyDir: {}
`;

describe('Neovim', { skip }, () => {
  test('shows diagnostics, applies a code action, completes and renames', (context) => {
    const work = temporaryFolder(context);
    writeFiles(work, { 'pod.yaml': manifest });
    const file = path.join(work, 'pod.yaml');
    const answers = path.join(work, 'answers.json');
    const env = {
      ...process.env,
      LD_LIBRARY_PATH: libraries(folder),
      VIMRUNTIME: path.join(folder, 'usr/share/nvim/runtime'),
      XDG_STATE_HOME: work,
      XDG_CACHE_HOME: work,
      XDG_DATA_HOME: work,
      PODLINT: podlint,
      MANIFEST: file,
      ANSWERS: answers,
    };
    const script = path.join(import.meta.dirname, 'session.lua');
    const { stderr } = run(path.join(folder, 'usr/bin/nvim'), ['--headless', '--clean', '-c', `luafile ${script}`], {
      env,
      timeout: 180_000,
    });
    assert.ok(existsSync(answers), stderr);
    const result = JSON.parse(readFileSync(answers, 'utf8'));
    assert.equal(result.problem, undefined, `${result.problem}\n${stderr}`);
    assert.ok(result.diagnostics.includes('api/not-supported 8:23'), result.diagnostics.join());
    assert.equal(result.fixed, '      imagePullPolicy: Always');
    assert.ok(result.completion.includes('protocol'), result.completion.join());
    const expected = manifest.replace('always', 'Always').replaceAll('name: scratch', 'name: cache');
    assert.equal(`${result.text.join('\n')}\n`, expected);
    assert.equal(readFileSync(file, 'utf8'), expected);
  });

  /** Runs Neovim with what docs/editors.md says, where `podlint` is a command or is not. */
  function withDocumentedSetUp(context, command) {
    const work = temporaryFolder(context);
    const answers = path.join(work, 'answers.json');
    writeFiles(work, {
      'first.yaml': manifest,
      'second.yaml': manifest,
      'init.lua': documented('neovim', 'docs/editors.md'),
      'bin/podlint': `#!/bin/sh\nexec ${JSON.stringify(process.execPath)} ${JSON.stringify(podlint)} "$@"\n`,
    });
    chmodSync(path.join(work, 'bin/podlint'), 0o755);
    const { stderr } = run(
      path.join(folder, 'usr/bin/nvim'),
      [
        '--headless',
        '-i',
        'NONE',
        '-u',
        'init.lua',
        '-c',
        'filetype on',
        '-c',
        `luafile ${path.join(import.meta.dirname, 'set-up.lua')}`,
      ],
      {
        cwd: work,
        timeout: 180_000,
        env: {
          ...process.env,
          PATH: command === 'installed' ? `${path.join(work, 'bin')}:${process.env.PATH}` : '/usr/bin:/bin',
          LD_LIBRARY_PATH: libraries(folder),
          VIMRUNTIME: path.join(folder, 'usr/share/nvim/runtime'),
          XDG_STATE_HOME: work,
          XDG_CACHE_HOME: work,
          XDG_DATA_HOME: work,
          XDG_CONFIG_HOME: work,
          EXPECTED: command,
          ANSWERS: answers,
        },
      },
    );
    assert.ok(existsSync(answers), stderr);
    return JSON.parse(readFileSync(answers, 'utf8'));
  }

  test('the documented set-up starts the server, and starts it anew once it was stopped', (context) => {
    const { problem, found, foundAgain, errors } = withDocumentedSetUp(context, 'installed');
    assert.equal(problem, undefined);
    assert.ok(found.includes('api/not-supported'), found.join());
    assert.ok(foundAgain.includes('api/not-supported'), foundAgain.join());
    assert.equal(errors, '');
  });

  test('the documented set-up says nothing where podlint is not installed', (context) => {
    const { problem, found, errors } = withDocumentedSetUp(context, 'missing');
    assert.equal(problem, undefined);
    assert.deepEqual(Object.values(found), []);
    assert.equal(errors, '');
  });
});
