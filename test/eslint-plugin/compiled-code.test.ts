/** What V8 made of the plugin's scripts is kept in the user's cache folder, and changes nothing but the time. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { after, describe, test } from 'node:test';
import { eslints } from './eslints.js';
import { importOf, Workspace } from './workspace.js';

const pod = 'apiVersion: v1\nkind: Pod\nmetadata: {name: a}\nspec: {containers: [{name: a, image: nginx}]}\n';

describe('the compiled code of the plugin', () => {
  const workspace = new Workspace().write({
    'eslint.config.mjs': `${importOf('podlint', 'eslint-plugin-podlint')}export default [podlint.configs.recommended];`,
    'a.yaml': pod,
    'b.yaml': pod.replace('name: a', 'name: b'),
  });
  const kept = path.join(workspace.folder, 'kept');
  const [{ command }] = eslints as [(typeof eslints)[number]];
  after(() => workspace.remove());

  function run(more: Readonly<Record<string, string>> = {}, ...options: string[]): string {
    const { PATH } = process.env;
    const env = { PATH, HOME: kept, XDG_CACHE_HOME: kept, LOCALAPPDATA: kept, ...more };
    const args = [command, '--format', 'json', ...options, '.'];
    const { stdout, stderr } = spawnSync(process.execPath, args, { cwd: workspace.folder, encoding: 'utf8', env });
    assert.doesNotMatch(stderr, /Error/);
    return stdout;
  }

  function files(): string[] {
    return existsSync(kept) ? readdirSync(kept, { recursive: true, encoding: 'utf8' }).filter(isCode) : [];
  }

  function isCode(name: string): boolean {
    return path.basename(name).startsWith('code-v');
  }

  test('is not kept in a CI job, or where the user says so', () => {
    assert.match(run({ CI: 'true' }), /podlint\/images\/latest-tag/);
    run({ NODE_DISABLE_COMPILE_CACHE: '1' });
    assert.deepEqual(files(), []);
  });

  test('is kept by the first run, and made again where its file holds something else', () => {
    const first = run();
    assert.match(first, /podlint\/images\/latest-tag/);
    const [file, ...others] = files().map((name) => path.join(kept, name));
    assert.deepEqual(others, []);
    const { mtimeMs } = statSync(file!);
    assert.equal(run(), first);
    assert.equal(statSync(file!).mtimeMs, mtimeMs);
    const bytes = readFileSync(file!);
    writeFileSync(file!, bytes.fill(7, bytes.indexOf('\n') + 1));
    assert.equal(run(), first);
    assert.notEqual(statSync(file!).mtimeMs, mtimeMs);
  });

  test('is one whole file when several threads keep theirs', () => {
    const expected = run();
    for (const name of files()) writeFileSync(path.join(kept, name), '');
    assert.equal(run({}, '--concurrency', '2'), expected);
    const left = files();
    assert.equal(left.length, 1, left.join(' '));
    assert.equal(run(), expected);
  });
});
