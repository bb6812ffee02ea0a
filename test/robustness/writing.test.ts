// Files that are fixed, and reports: whole at every moment, with the owner, mode and names that they had.
import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  existsSync,
  linkSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { after, beforeEach, describe, test } from 'node:test';
import { cleanUp } from '@podlint/workspace';
import { podlint } from '../scenarios/command.js';
import { root } from '../scenarios/run.js';

const top = mkdtempSync(path.join(tmpdir(), 'podlint-writing-'));
after(() => {
  rmSync(top, { recursive: true, force: true });
});
let cwd = top;
let count = 0;
beforeEach(() => {
  cwd = path.join(top, `case-${count++}`);
  mkdirSync(cwd);
});

const pod = (name: string, port: string): string =>
  `apiVersion: v1\nkind: Pod\nmetadata: {name: ${name}, namespace: shop}\nspec:\n  containers:\n    - name: app\n      image: registry.example/app:1\n      ports: [{containerPort: ${port}}]\n`;
const wrong = pod('web', '"8080"');
const right = pod('web', '8080');
const at = (name: string): string => path.join(cwd, name);
const read = (name: string): string => readFileSync(at(name), 'utf8');
const fix = (...args: string[]): ReturnType<typeof podlint> => podlint(cwd, ['--fix', '--preset', 'none', ...args]);
const ownFiles = (): string[] => readdirSync(cwd).filter((name) => name.startsWith('.podlint-'));

/** The name that a process which has ended would have given. */
function left(kind: string): string {
  const script = `import { ownFileBeside } from ${JSON.stringify(path.join(root, 'packages/workspace/dist/write/own-file.js'))}; console.log(ownFileBeside('x', '${kind}'));`;
  const { stdout } = spawnSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8' });
  return path.basename(stdout.trim());
}

describe('a file that is fixed', () => {
  test('keeps its other names', async () => {
    writeFileSync(at('a.yaml'), wrong);
    linkSync(at('a.yaml'), at('other-name'));
    await fix('a.yaml');
    assert.equal(read('a.yaml'), right);
    assert.equal(read('other-name'), right);
    assert.deepEqual(ownFiles(), []);
  });

  test('keeps its owner and mode', { skip: process.getuid?.() !== 0 && 'only root can give files away' }, async () => {
    writeFileSync(at('a.yaml'), wrong);
    chownSync(at('a.yaml'), 12345, 54321);
    chmodSync(at('a.yaml'), 0o640);
    await fix('a.yaml');
    const { uid, gid, mode } = statSync(at('a.yaml'));
    assert.equal(read('a.yaml'), right);
    assert.deepEqual([uid, gid, mode & 0o777], [12345, 54321, 0o640]);
  });

  test('may have the longest name there is', async () => {
    const name = `${'n'.repeat(250)}.yaml`;
    writeFileSync(at(name), wrong);
    await fix(name);
    assert.equal(read(name), right);
  });

  test('leaves alone what others left beside it', async () => {
    const others = [
      '.a.yaml.podlint-1',
      `.a.yaml.podlint-${process.pid}`,
      '.podlint-x.new',
      '.podlint-00000000-1-0.new',
    ];
    for (const name of ['a.yaml', ...others]) writeFileSync(at(name), wrong);
    await fix('a.yaml');
    assert.equal(read('a.yaml'), right);
    for (const name of others) assert.equal(read(name), wrong, name);
  });

  test('is not reached through a link that leads out of the repository', async () => {
    writeFileSync(at('outside.yaml'), wrong);
    const inside = at('repository');
    mkdirSync(path.join(inside, '.git'), { recursive: true });
    symlinkSync('../outside.yaml', path.join(inside, 'link.yaml'));
    writeFileSync(path.join(inside, 'pod.yaml'), right);
    const walked = await podlint(inside, ['--fix', '--preset', 'none', '--format', 'json']);
    assert.match(walked.stdout, /symbolic link that leads out of the repository/);
    assert.equal(read('outside.yaml'), wrong);
    await podlint(inside, ['--fix', '--preset', 'none', 'link.yaml']);
    assert.equal(read('outside.yaml'), right, 'who names it asks for it');
    assert.ok(lstatSync(path.join(inside, 'link.yaml')).isSymbolicLink());
  });
});

describe('what a run left that was ended', () => {
  const keep = (name: string, file: string): void => {
    writeFileSync(at(name), JSON.stringify({ file, before: wrong, after: right }));
  };

  test('is removed by the next', async () => {
    writeFileSync(at(left('new')), 'half');
    writeFileSync(at('a.yaml'), right);
    await fix('a.yaml');
    assert.deepEqual(ownFiles(), []);
  });

  test('gives a half written file its old text, which is fixed then', async () => {
    for (const length of [1, 20, right.length - 1, right.length]) {
      const half = right.slice(0, length) + wrong.slice(length);
      writeFileSync(at('a.yaml'), half);
      keep(left('old'), 'a.yaml');
      await fix('a.yaml');
      assert.equal(read('a.yaml'), right, `${length} characters`);
      assert.deepEqual(ownFiles(), []);
    }
  });

  test('changes no file that somebody wrote since, and none through a link', () => {
    writeFileSync(at('a.yaml'), 'mine: 1\n');
    keep(left('old'), 'a.yaml');
    assert.equal(cleanUp(cwd), false);
    assert.equal(read('a.yaml'), 'mine: 1\n');
    const half = right.slice(0, 30) + wrong.slice(30);
    writeFileSync(at('b.yaml'), half);
    symlinkSync('b.yaml', at('link.yaml'));
    keep(left('old'), 'link.yaml');
    assert.equal(cleanUp(cwd), false);
    assert.equal(read('b.yaml'), half);
  });

  test('is left to a process that still runs', () => {
    const running = `.podlint-00000000-${process.ppid}-00000000.new`;
    writeFileSync(at(running), 'half');
    cleanUp(cwd);
    assert.ok(existsSync(at(running)));
  });
});

test('a report is there as a whole, or as it was', async () => {
  writeFileSync(at('a.yaml'), right);
  writeFileSync(at('r.json'), 'before');
  symlinkSync('r.json', at('link.json'));
  await podlint(cwd, ['--format', 'json=link.json', 'a.yaml']);
  assert.equal((JSON.parse(read('r.json')) as { version: number }).version, 1);
  assert.ok(lstatSync(at('link.json')).isSymbolicLink());
  assert.deepEqual(ownFiles(), []);
});

describe('a file that podlint init makes', () => {
  const bundle = path.join(root, 'packages/cli/bundle/podlint.js');

  test('is there as a whole, and nothing besides', () => {
    const { status } = spawnSync(process.execPath, [bundle, 'init', '--yes'], { cwd });
    assert.equal(status, 0);
    assert.deepEqual(readdirSync(cwd), ['podlint.config.yaml']);
    assert.match(read('podlint.config.yaml'), /\n$/);
  });

  test('is not there where there is no room for it', { skip: process.platform === 'win32' }, () => {
    // The most that a file may take, as of a full disk.
    const { status, stderr } = spawnSync(
      'sh',
      ['-c', `ulimit -f 0; exec "$0" "$1" init --yes`, process.execPath, bundle],
      {
        cwd,
        encoding: 'utf8',
      },
    );
    assert.equal(status, 2);
    assert.match(stderr, /^podlint: "podlint\.config\.yaml" is not written: the file would be too large$/m);
    assert.deepEqual(readdirSync(cwd), []);
  });

  test('takes the place of what an ended run left', async () => {
    writeFileSync(at(left('new')), 'half');
    await podlint(cwd, ['init', '--yes']);
    assert.deepEqual(readdirSync(cwd), ['podlint.config.yaml']);
  });
});

/** `PODLINT_KILLS=1000` for a long run. */
const kills = Number(process.env['PODLINT_KILLS'] ?? 12);

test(`killed at any moment, ${kills} times`, async () => {
  const names = Array.from({ length: 60 }, (_, index) => `p${index}.yaml`);
  const bundle = path.join(root, 'packages/cli/bundle/podlint.js');
  const texts = new Map(names.map((name, index) => [name, [pod(`p${index}`, '"80"'), pod(`p${index}`, '80')]]));
  let interrupted = 0;
  for (let kill = 0; kill < kills; kill++) {
    for (const [name, [before = '']] of texts) writeFileSync(at(name), before);
    linkSync(at('p1.yaml'), at(`name-${kill}`));
    const writes = kill % 2 === 0 ? '--fix' : '--write-baseline=baseline.json';
    const run = spawn(process.execPath, [bundle, writes, '--preset', 'none', '.'], { cwd });
    const ended = new Promise((resolve) => run.once('exit', resolve));
    const hasBegun = (): boolean => read('p0.yaml') !== texts.get('p0.yaml')?.[0] || ownFiles().length > 0;
    while (run.exitCode === null && !hasBegun()) await wait(1);
    run.kill('SIGKILL');
    await ended;
    if (run.signalCode === 'SIGKILL') interrupted++;
    if (existsSync(at('baseline.json'))) JSON.parse(read('baseline.json'));
    cleanUp(cwd);
    for (const [name, allowed] of texts) assert.ok(allowed.includes(read(name)), `${name} is whole`);
    assert.deepEqual(ownFiles(), []);
    rmSync(at(`name-${kill}`));
  }
  assert.ok(interrupted > 0, 'some runs were really ended');
});
