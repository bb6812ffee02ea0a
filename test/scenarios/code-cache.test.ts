import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';

const bundle = path.resolve(import.meta.dirname, '../../../packages/cli/bundle');
const pod = 'apiVersion: v1\nkind: Pod\nmetadata: {name: a}\nspec: {containers: [{name: a, image: nginx}]}\n';

/** What V8 made of the command's scripts is kept in the user's cache folder, and changes nothing but the time. */
describe('compiled code', () => {
  let folder = '';
  let kept = '';
  const plain = { NODE_DISABLE_COMPILE_CACHE: '1' };

  before(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'podlint-code-'));
    kept = path.join(folder, 'cache');
    writeFileSync(path.join(folder, 'pod.yaml'), pod);
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  function run(
    more: Readonly<Record<string, string>> = {},
    tool = bundle,
    args: readonly string[] = ['pod.yaml'],
  ): string {
    const { PATH } = process.env;
    const { stdout, stderr } = spawnSync(process.execPath, [path.join(tool, 'podlint.js'), ...args], {
      cwd: folder,
      encoding: 'utf8',
      env: { PATH, HOME: folder, XDG_CACHE_HOME: kept, LOCALAPPDATA: kept, ...more },
    });
    assert.equal(stderr, '');
    return stdout;
  }

  function files(): string[] {
    return readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => /(?:^|[\\/])code-v/.test(name));
  }

  function file(): string {
    return path.join(folder, files()[0]!);
  }

  test('is not kept where nobody comes back to it, or where the user says so', () => {
    assert.match(run({ CI: 'true' }), /images\/latest-tag/);
    run(plain);
    assert.deepEqual(files(), []);
  });

  test('is kept by the first run, for this user alone, and used by the next', () => {
    const first = run();
    assert.equal(files().length, 1);
    if (process.platform !== 'win32') assert.equal(statSync(file()).mode & 0o077, 0);
    const { mtimeMs } = statSync(file());
    assert.equal(run(), first);
    assert.equal(run(plain), first);
    assert.equal(statSync(file()).mtimeMs, mtimeMs);
  });

  test('of a run that judged nothing is made again by the first that judges, and then stays', () => {
    for (const name of files()) rmSync(path.join(folder, name));
    const head = (): string => readFileSync(file(), 'latin1').split('\n')[0]!;
    run({}, bundle, ['--version']);
    assert.doesNotMatch(head(), /judging/);
    const little = statSync(file()).size;
    run();
    assert.match(head(), /\["usual\.cjs",\{"stamp":"[^"]+","use":"judging"/);
    assert.ok(statSync(file()).size > 1.1 * little);
    const { mtimeMs } = statSync(file());
    run({}, bundle, ['--version']);
    run();
    assert.equal(statSync(file()).mtimeMs, mtimeMs);
    run({}, bundle, ['rules']);
    assert.match(head(), /\["usual\.cjs",\{"stamp":"[^"]+","use":"judging"/);
  });

  for (const [what, spoil] of [
    ['is empty', () => Buffer.alloc(0)],
    ['has no head', () => Buffer.from('\n')],
    ['is of something else', () => Buffer.from('[["podlint.cjs",{"stamp":"1"}]]\nxyz')],
    ['is cut off', (bytes: Buffer) => bytes.subarray(0, bytes.length / 2)],
    ['has other bytes in it', (bytes: Buffer) => bytes.fill(7, bytes.indexOf('\n') + 1)],
  ] as const)
    test(`is made again where its file ${what}`, () => {
      const first = run();
      writeFileSync(file(), spoil(readFileSync(file())));
      const { mtimeMs } = statSync(file());
      assert.equal(run(), first);
      assert.notEqual(statSync(file()).mtimeMs, mtimeMs);
    });

  test('of a script that has changed is not used', () => {
    const tool = path.join(folder, 'tool');
    cpSync(bundle, tool, { recursive: true });
    assert.match(run({}, tool), /images\/latest-tag/);
    const scripts = path.join(tool, 'command');
    for (const name of readdirSync(scripts)) {
      const text = readFileSync(path.join(scripts, name), 'utf8');
      if (text.includes('id:"images/latest-tag"'))
        writeFileSync(path.join(scripts, name), text.replace('id:"images/latest-tag"', 'id:"images/newest-tag"'));
    }
    assert.match(run({}, tool), /images\/newest-tag/);
  });

  test('is kept for each installation by itself, and what an upgrade took away goes', () => {
    const tool = path.join(folder, 'another');
    cpSync(bundle, tool, { recursive: true });
    const before = files();
    run({}, tool);
    const [own] = files().filter((name) => !before.includes(name));
    assert.ok(own !== undefined);
    const kept = path.join(folder, own);
    const gone = path.join(tool, 'command/gone.cjs');
    const bytes = readFileSync(kept);
    const head = JSON.parse(bytes.toString('latin1', 0, bytes.indexOf('\n'))) as [string, object][];
    const asked = head.filter(([name]) => name !== 'usual.cjs');
    writeFileSync(gone, '0');
    const { size, mtimeMs } = statSync(gone);
    asked.push(['gone.cjs', { stamp: `${size} ${mtimeMs}`, use: 'other', start: 0, length: 1 }]);
    const rewrite = (): void =>
      writeFileSync(kept, `${JSON.stringify(asked)}\n${bytes.toString('latin1', bytes.indexOf('\n') + 1)}`, 'latin1');
    rewrite();
    run({}, tool);
    assert.ok(readFileSync(kept).includes('"gone.cjs"'));
    rmSync(gone);
    rewrite();
    run({}, tool);
    assert.ok(!readFileSync(kept).includes('"gone.cjs"'));
  });

  test('costs nothing but time where it cannot be kept', () => {
    rmSync(kept, { recursive: true });
    writeFileSync(kept, 'a file in the place of the folder');
    assert.match(run(), /images\/latest-tag/);
    rmSync(kept);
  });

  test('that nobody used for a month goes', () => {
    run();
    const made = files();
    const old = path.join(path.dirname(file()), 'code-v0.0.0-x64');
    writeFileSync(old, '');
    const month = 31 * 24 * 3600;
    spawnSync('touch', ['-d', `@${String(Math.floor(Date.now() / 1000) - month)}`, old]);
    for (const name of made) rmSync(path.join(folder, name));
    run();
    assert.ok(!files().some((name) => name.endsWith(path.basename(old))));
  });
});
