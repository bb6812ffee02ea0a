import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import { ConfigError, lintPaths, type LintPathsOptions } from 'podlint/node';
import { Configs } from '@podlint/workspace';

const pod =
  'apiVersion: v1\nkind: Pod\nmetadata: {name: app}\nspec: {containers: [{name: app, image: "registry.example/app:5", securityContext: {privileged: true}}]}\n';

describe('config files', () => {
  let cwd = '';
  before(() => {
    cwd = realpathSync(mkdtempSync(path.join(tmpdir(), 'podlint-configs-')));
    write(
      'podlint.config.yaml',
      'extends: podlint:none\nrules: {security/privileged: error}\nignore: gone/\nstaticPods: node/**\n',
    );
    write('pod.yaml', pod);
    write('gone/pod.yaml', pod);
    write('broken/package.json', '{"podlint": {"rule": {}}}');
    write('broken/pod.yaml', pod);
    write('other/podlint.config.json', '{}');
  });
  after(() => rmSync(cwd, { recursive: true }));

  function write(file: string, text: string): void {
    mkdirSync(path.dirname(path.join(cwd, file)), { recursive: true });
    writeFileSync(path.join(cwd, file), text);
  }

  async function found(paths: readonly string[], options: LintPathsOptions = {}): Promise<string[]> {
    const { files } = await lintPaths(paths, { cwd, ...options });
    return files.flatMap((file) => [
      `${file.path}${file.skipped === undefined ? '' : ' skipped'}`,
      ...file.diagnostics.map(({ code, severity }) => `${severity} ${code}`),
    ]);
  }

  test('are read by the library too', async () => {
    assert.deepEqual(await found(['pod.yaml', 'gone/pod.yaml']), [
      'gone/pod.yaml skipped',
      'pod.yaml',
      'error security/privileged',
    ]);
    assert.deepEqual(await found(['pod.yaml'], { config: 'other/podlint.config.json', preset: 'none' }), ['pod.yaml']);
  });

  test('unless they are not wanted, or settings are given for each file', async () => {
    assert.deepEqual(await found(['gone/pod.yaml'], { config: false, preset: 'none' }), ['gone/pod.yaml']);
    assert.deepEqual(
      await found(['pod.yaml'], { settingsFor: () => ({ preset: 'none', rules: { 'security/privileged': 'info' } }) }),
      ['pod.yaml', 'info security/privileged'],
    );
  });

  test('options go over them', async () => {
    assert.deepEqual(await found(['pod.yaml'], { rules: { 'security/privileged': 'warn' } }), [
      'pod.yaml',
      'warning security/privileged',
    ]);
    assert.deepEqual(
      await found(['pod.yaml'], { overrides: [{ files: 'pod.*', rules: { 'security/privileged': 'off' } }] }),
      ['pod.yaml'],
    );
  });

  test('a wrong one rejects with its place', async () => {
    await assert.rejects(lintPaths(['broken/pod.yaml'], { cwd }), (error) => {
      assert.ok(error instanceof ConfigError);
      assert.deepEqual(error.messages, [
        'broken/package.json:1:14: "rule" is not a setting of podlint; did you mean "rules"?',
      ]);
      return true;
    });
  });

  test('equal settings are one object', () => {
    const configs = new Configs({ cwd });
    const at = (file: string): object => configs.settingsFor(path.join(cwd, file));
    assert.equal(at('a.yaml'), at('deep/down/b.yaml'));
    assert.notEqual(at('a.yaml'), at('node/b.yaml'));
    assert.deepEqual(configs.settingsFor(path.join(cwd, 'node/b.yaml')).staticPods, ['**']);
  });
});
