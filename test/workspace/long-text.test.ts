import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import fc from 'fast-check';
import { loadFiles, type LoadedFiles, UnreadableText } from '@podlint/workspace';

/** Above the size that is held, with characters of every length. */
const filler = '# 1é€😀\n'.repeat(400_000);
const numRuns = Number(process.env['PODLINT_FUZZ_RUNS'] ?? 20);

// eslint-disable-next-line @typescript-eslint/require-await -- a stream, of chunks that are there already
async function* chunksOf(bytes: Buffer, lengths: readonly number[]): AsyncGenerator<Buffer> {
  for (let at = 0, turn = 0; at < bytes.length; turn++) {
    const length = lengths[turn % lengths.length]!;
    yield bytes.subarray(at, at + length);
    at += length;
  }
}

function load(
  bytes: Buffer,
  lengths: readonly number[] = [65_536],
  longTexts: 'apart' | 'held' = 'apart',
): Promise<LoadedFiles> {
  return loadFiles(['-'], { cwd: '/', longTexts, stdin: { stream: chunksOf(bytes, lengths), path: 'in.yaml' } });
}

async function textOf({ longFiles }: LoadedFiles): Promise<string> {
  let text = '';
  for await (const piece of longFiles[0]!.pieces()) text += piece;
  return text;
}

describe('a long text', () => {
  test('is the same whatever chunks it comes in', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.integer({ min: 50_001, max: 300_000 }), { minLength: 1, maxLength: 5 }),
        fc.string({ unit: 'grapheme' }),
        async (lengths, end) => {
          const text = filler + end.replaceAll('\0', '');
          assert.ok((await textOf(await load(Buffer.from(text), lengths))) === text);
        },
      ),
      { numRuns },
    );
  });

  test('may be cut inside of every character', async () => {
    const text = `\ufeff${filler}`;
    for (const first of [1, 2, 3])
      assert.ok((await textOf(await load(Buffer.from(text), [first, 7, 65_536]))) === text);
  });

  test('ends where it is not UTF-8, and says on which line', async () => {
    for (const bad of ['\xff', '\xc3', '\xc3\n', 'a\xed\xa0\x80', '\xf0\x9f\x98']) {
      const bytes = Buffer.concat([Buffer.from(`${filler}a\n`), Buffer.from(bad, 'latin1')]);
      await assert.rejects(
        async () => textOf(await load(bytes)),
        (error: UnreadableText) => error.reason === 'not valid UTF-8 (see line 400002): save it as UTF-8',
        JSON.stringify(bad),
      );
    }
  });

  test('ends at a byte that no text has', async () => {
    await assert.rejects(async () => textOf(await load(Buffer.from(`${filler}\0`))), UnreadableText);
  });

  test('that is none from the start is not taken for one', async () => {
    for (const start of ['\xff\xfea\0', '\xfe\xff\0a', 'a\0', 'a\xff']) {
      const { longFiles, problems } = await load(Buffer.concat([Buffer.from(start, 'latin1'), Buffer.from(filler)]));
      assert.deepEqual([longFiles.length, problems.length], [0, 1]);
    }
  });

  test('is held where it is asked for', async () => {
    const { files, longFiles } = await load(Buffer.from(filler), undefined, 'held');
    assert.deepEqual([files.length, longFiles.length], [1, 0]);
  });
});

describe('a long file', () => {
  let folder = '';
  before(() => (folder = mkdtempSync(path.join(tmpdir(), 'podlint-long-'))));
  after(() => rmSync(folder, { recursive: true }));

  test('is read like a long stream', async () => {
    writeFileSync(path.join(folder, 'long.yaml'), filler);
    writeFileSync(path.join(folder, 'short.yaml'), 'a: 1\n');
    const found = await loadFiles(['.'], { cwd: folder, longTexts: 'apart' });
    assert.deepEqual(
      [found.files.map(({ source }) => source.path), found.longFiles.map(({ source }) => source.path)],
      [['short.yaml'], ['long.yaml']],
    );
    assert.ok((await textOf(found)) === filler);
  });

  test('that is no text counts as skipped when it was met in a folder', async () => {
    writeFileSync(path.join(folder, 'long.yaml'), `\0${filler}`);
    const { files, longFiles, problems } = await loadFiles(['.'], { cwd: folder, longTexts: 'apart' });
    assert.deepEqual(
      [files.map(({ source }) => 'skipped' in source), longFiles.length, problems.length],
      [[true, false], 0, 0],
    );
  });
});
