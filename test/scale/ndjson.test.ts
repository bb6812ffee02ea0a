import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { describe, test } from 'node:test';
import { createLinter } from 'podlint';
import { fleet } from './manifests.js';

const podlint = path.resolve(import.meta.dirname, '../../../packages/cli/bundle/podlint.js');

interface Answers {
  readonly status: number;
  readonly answers: readonly Record<string, unknown>[];
}

async function answersTo(chunks: Iterable<Buffer>): Promise<Answers> {
  const child = spawn(process.execPath, [podlint, 'check', '--ndjson', '--level', 'info'], {
    stdio: ['pipe', 'pipe', 'ignore'],
  });
  let output = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (output += text));
  const closed = once(child, 'close');
  await pipeline(Readable.from(chunks), child.stdin);
  const [status] = (await closed) as [number];
  return {
    status,
    answers: output
      .split('\n')
      .slice(0, -1)
      .map((line) => JSON.parse(line) as Record<string, unknown>),
  };
}

function* pieces(bytes: Buffer, length: number): Generator<Buffer> {
  for (let at = 0; at < bytes.length; at += length) yield bytes.subarray(at, at + length);
}

describe('files on lines', () => {
  const files = [...fleet(80)].sort((a, b) => (a.path < b.path ? -1 : 1));

  test('are answered with what one run says of them, whatever chunks they come in', async () => {
    const expected = JSON.parse(JSON.stringify(createLinter().lint(files).files)) as unknown;
    for (const [lineBreak, length] of [
      ['\n', 65_536],
      ['\r\n', 997],
      ['\n', 13],
    ] as const) {
      const { status, answers } = await answersTo(
        pieces(Buffer.from(files.map((file) => JSON.stringify(file)).join(lineBreak)), length),
      );
      assert.equal(status, 1);
      assert.deepEqual(answers, expected);
    }
  });

  test('are answered at once', async () => {
    const child = spawn(process.execPath, [podlint, 'check', '--ndjson', '--level', 'info'], {
      stdio: ['pipe', 'pipe', 'ignore'],
    });
    for (const file of files.slice(0, 3)) {
      child.stdin.write(`${JSON.stringify(file)}\n`);
      const [answer] = (await once(child.stdout, 'data')) as [Buffer];
      assert.equal((JSON.parse(answer.toString()) as { path: string }).path, file.path);
    }
    child.stdin.end();
    await once(child, 'close');
  });

  test('may be longer than is held, or no text: the others go on', async () => {
    const long = function* (): Generator<Buffer> {
      for (let megabyte = 0; megabyte < 70; megabyte++) yield Buffer.alloc(1024 * 1024, 'x');
      yield Buffer.from('\n{"path": "\xff"}\n', 'latin1');
      yield Buffer.from(`${JSON.stringify(files[0])}\n`);
    };
    const { status, answers } = await answersTo(long());
    assert.equal(status, 2);
    assert.deepEqual(
      answers.map(({ path: name, line, error }) => name ?? [line, error]),
      [[1, 'the line is longer than 64 MB, the most that is read'], [2, 'the line is not valid UTF-8'], files[0]!.path],
    );
  });
});
