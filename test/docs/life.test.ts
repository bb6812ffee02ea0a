import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import { podlint } from '../scenarios/command.js';

const docs = path.resolve(import.meta.dirname, '../../../docs');
const page = readFileSync(path.join(docs, 'life.md'), 'utf8');
const folder = mkdtempSync(path.join(os.tmpdir(), 'podlint-life-'));
after(() => {
  rmSync(folder, { recursive: true });
});
for (const [, manifest = ''] of page.matchAll(/```yaml\n([\s\S]*?)```/g))
  writeFileSync(path.join(folder, `${/ name: (\S+)/.exec(manifest)?.[1]}.yaml`), manifest);

const blocks = [...page.matchAll(/```console\n\$ podlint (.*)\n([\s\S]*?)```/g)].map(
  ([, command = '', output = '']) => ({
    args: command.match(/(?:[^\s"]|"[^"]*")+/g)?.map((word) => word.replaceAll('"', '')) ?? [],
    output,
  }),
);

test('docs/life.md has commands', () => {
  assert.equal(blocks.length, 4);
});

for (const { args, output } of blocks)
  test(`docs/life.md shows what podlint ${args.join(' ')} prints`, async () => {
    const { stdout, status } = await podlint(folder, args);
    assert.equal(status, 0);
    assert.equal(stdout, output);
  });

test('the pictures of docs/life.md are those that the command makes', async () => {
  const pictures = [...page.matchAll(/\(images\/(life-[a-z]+\.svg)\)/g)].map(([, name = '']) => name);
  const drawn = blocks.filter(({ args }) => args.some((word) => word.startsWith('--life=')));
  assert.equal(pictures.length, drawn.length);
  for (const [place, name] of pictures.entries()) {
    await podlint(folder, [...(drawn[place]?.args ?? []), '--svg', 'made.svg']);
    const made = readFileSync(path.join(folder, 'made.svg'), 'utf8');
    assert.equal(made, readFileSync(path.join(docs, 'images', name), 'utf8'));
  }
});
