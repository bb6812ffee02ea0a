import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { after, before, beforeEach, describe, test } from 'node:test';
import { loadFiles, replaceText } from '@podlint/workspace';

let cwd = '';

before(() => (cwd = mkdtempSync(path.join(tmpdir(), 'podlint-workspace-'))));
after(() => rmSync(cwd, { recursive: true, force: true }));
beforeEach(() => {
  rmSync(cwd, { recursive: true, force: true });
  mkdirSync(cwd);
});

function make(...files: readonly string[]): void {
  for (const file of files) {
    mkdirSync(path.dirname(path.join(cwd, file)), { recursive: true });
    writeFileSync(path.join(cwd, file), 'a: 1\n');
  }
}

async function paths(...args: readonly string[]): Promise<string[]> {
  return (await loadFiles(args, { cwd })).files.map((file) => file.source.path);
}

describe('finding files', () => {
  test('a folder gives its manifests, sorted by code units', async () => {
    make('b.yaml', 'a/z.yml', 'Z.json', 'a.yaml', 'a.txt', '.hidden/x.yaml');
    assert.deepEqual(await paths(), ['.hidden/x.yaml', 'Z.json', 'a.yaml', 'a/z.yml', 'b.yaml']);
  });
  test('modules of others and test data of Go modules are passed over with a line, unless they are named', async () => {
    make('app/go.mod', 'app/vendor/modules.txt', 'app/vendor/x/a.yaml', 'app/pkg/testdata/b.yaml', 'app/c.yaml');
    make('charts/vendor/d.yaml', 'charts/testdata/e.yaml', '.git/config');
    const { files } = await loadFiles([], { cwd });
    assert.deepEqual(
      files.map(({ source }) => [source.path, 'skipped' in source ? source.skipped : 'read']),
      [
        ['app/c.yaml', 'read'],
        ['app/pkg/testdata', 'test data of a Go module: name the folder to have it checked'],
        ['app/vendor', 'Go modules of others: name the folder to have it checked'],
        ['charts/testdata/e.yaml', 'read'],
        ['charts/vendor/d.yaml', 'read'],
      ],
    );
    assert.deepEqual(await paths('app/vendor', 'app/pkg/testdata/b.yaml'), [
      'app/pkg/testdata/b.yaml',
      'app/vendor/x/a.yaml',
    ]);
    assert.deepEqual(await paths('app/**/*.yaml'), ['app/c.yaml', 'app/pkg/testdata', 'app/vendor']);
  });
  test('a file in two arguments is there once', async () => {
    make('a/x.yaml');
    assert.deepEqual(await paths('a/x.yaml', 'a', '.', 'a/*.yaml', './a/../a/x.yaml'), ['a/x.yaml']);
  });
  test('a name with the characters of a glob is a name first', async () => {
    make('a[1].yaml', 'a1.yaml');
    assert.deepEqual(await paths('a[1].yaml'), ['a[1].yaml']);
  });
  test('a glob gives folders that match with their manifests', async () => {
    make('apps/one/base/x.yaml', 'apps/two/y.yaml', 'other/z.yaml');
    assert.deepEqual(await paths('apps/*'), ['apps/one/base/x.yaml', 'apps/two/y.yaml']);
    assert.deepEqual(await paths('apps/*/*.yaml'), ['apps/two/y.yaml']);
    assert.deepEqual(await paths('**/[xz].yaml'), ['apps/one/base/x.yaml', 'other/z.yaml']);
  });
  test('files outside the working directory keep the form they were named in', async () => {
    make('inner/x.yaml', 'outer/y.yaml');
    const inner = path.join(cwd, 'inner');
    const { files } = await loadFiles(['x.yaml', '../outer'], { cwd: inner });
    assert.deepEqual(
      files.map((file) => file.source.path),
      ['../outer/y.yaml', 'x.yaml'],
    );
    const absolute = await loadFiles([path.join(cwd, 'outer')], { cwd: inner });
    assert.deepEqual(
      absolute.files.map((file) => file.source.path),
      [path.join(cwd, 'outer/y.yaml')],
    );
  });
  test('standard input is read once, under its name', async () => {
    const { files } = await loadFiles(['-'], {
      cwd,
      stdin: { stream: Readable.from([Buffer.from('a: ü'.slice(0, 3)), Buffer.from('ü\n')]), path: 'in.yaml' },
    });
    assert.deepEqual(
      files.map(({ source, absolute }) => ({ source, absolute })),
      [{ source: { path: 'in.yaml', text: 'a: ü\n' }, absolute: undefined }],
    );
  });
});

describe('writing back', () => {
  test('a file that was changed meanwhile is left alone', () => {
    make('x.yaml');
    const file = path.join(cwd, 'x.yaml');
    assert.equal(replaceText(file, 'something else', 'b: 2\n').written, false);
    assert.equal(readFileSync(file, 'utf8'), 'a: 1\n');
    assert.deepEqual(replaceText(file, 'a: 1\n', 'b: 2\n'), { written: true });
    assert.equal(readFileSync(file, 'utf8'), 'b: 2\n');
  });
});
