import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, describe, test } from 'node:test';
import { podlint } from './command.js';

const folder = mkdtempSync(path.join(os.tmpdir(), 'podlint-life-'));
after(() => {
  rmSync(folder, { recursive: true });
});
const pod = {
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: { name: 'web' },
  spec: { containers: [{ name: 'app', image: 'x:1' }] },
};
writeFileSync(path.join(folder, 'pod.yaml'), JSON.stringify(pod));
writeFileSync(path.join(folder, 'night.txt'), 'app: exits 1 after 30s\ndeleted at 60s\n');

interface Answer {
  readonly lives: readonly { readonly scenario: string; readonly events: readonly { readonly event?: string }[] }[];
}

async function livesOf(...args: readonly string[]): Promise<Answer['lives']> {
  const { stdout, status, stderr } = await podlint(folder, ['explain', ...args, '--format', 'json']);
  assert.equal(status, 0, stderr);
  return (JSON.parse(stdout) as readonly Answer[]).flatMap(({ lives }) => lives);
}

describe('podlint explain --life', () => {
  test('takes a scenario behind the option, behind = and from a file', async () => {
    const text = 'app: exits 1 after 30s';
    for (const args of [
      ['pod.yaml', '--life', text],
      ['--life', text, 'pod.yaml'],
      [`--life=${text}`, 'pod.yaml'],
    ])
      assert.deepEqual(
        (await livesOf(...args)).map(({ scenario }) => scenario),
        [text],
      );
    const [fromFile] = await livesOf('pod.yaml', '--life', 'night.txt');
    assert.ok(fromFile?.events.some(({ event }) => event === 'gone'));
  });

  test('offers scenarios if none is given', async () => {
    assert.ok((await livesOf('pod.yaml', '--life')).length >= 5);
    assert.ok((await livesOf('--life', 'pod.yaml')).length >= 5);
  });

  test('refuses a scenario that it cannot read', async () => {
    assert.equal((await podlint(folder, ['explain', 'pod.yaml', '--life', 'app: dances'])).status, 2);
  });

  test('draws a picture', async () => {
    await podlint(folder, ['explain', 'pod.yaml', '--life', 'deleted at 60s', '--svg', 'life.svg']);
    assert.match(readFileSync(path.join(folder, 'life.svg'), 'utf8'), /^<svg .*<\/svg>\n$/s);
  });
});
