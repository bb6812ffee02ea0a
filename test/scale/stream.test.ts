import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { describe, test } from 'node:test';
import { createLinter, type Report } from 'podlint';
import { fleetStream } from './manifests.js';
import { measure } from './measure.js';

const podlint = path.resolve(import.meta.dirname, '../../../packages/cli/bundle/podlint.js');

async function reportOf(text: string): Promise<Report> {
  const child = spawn(process.execPath, [podlint, 'check', '-', '--preset', 'none', '--format', 'json'], {
    stdio: ['pipe', 'pipe', 'ignore'],
  });
  const chunks: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
  const closed = once(child, 'close');
  await pipeline(Readable.from([Buffer.from(text)]), child.stdin);
  await closed;
  return JSON.parse(Buffer.concat(chunks).toString()) as Report;
}

describe('a stream of several parts', () => {
  test('has the report of the whole text', async () => {
    const text = [...fleetStream(8000)].join('');
    assert.ok(Buffer.byteLength(text) > 5 * 2 ** 20);
    const whole = createLinter({ preset: 'none' }).lint([{ path: '<stdin>', text }]);
    assert.ok(whole.summary.errors > 1000);
    assert.deepEqual(await reportOf(text), JSON.parse(JSON.stringify(whole)));
  });

  test('takes no more memory the longer it is', async () => {
    const peaks: number[] = [];
    for (const count of [10_000, 30_000]) {
      const { status, peakMegabytes, stderr } = await measure(
        ['check', '-', '--preset', 'none', '--quiet'],
        fleetStream(count),
      );
      assert.equal(status, 1, stderr);
      peaks.push(peakMegabytes);
    }
    const [short = 0, long = Infinity] = peaks;
    // Three times as much may take a fifth more: the collector waits as long as there is room.
    assert.ok(long < 1.2 * short && long < 400, `${peaks.map(Math.round).join(' and ')} MB`);
  });
});
