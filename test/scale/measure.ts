import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import path from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

const podlint = path.resolve(import.meta.dirname, '../../../packages/cli/bundle/podlint.js');

/** Makes the process say, as the last thing on stderr, how much memory it has had at most, in kilobytes, and its work in microseconds. */
const saysPeak = `data:text/javascript,process.on('exit', () => { const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage(); process.stderr.write('peak ' + maxRSS + ' ' + (userCPUTime + systemCPUTime)); })`;

export interface Measured {
  readonly status: number;
  readonly seconds: number;
  /** Of all its threads: less than `seconds` where others are at work on the machine. */
  readonly cpuSeconds: number;
  /** The most memory that the process had at one time. */
  readonly peakMegabytes: number;
  readonly stdoutBytes: number;
  readonly stdoutHash: string;
  /** The last kilobytes of stdout. */
  readonly end: string;
  readonly stderr: string;
}

/** Runs the built command on standard input, which is made while it is read; what it prints is counted and not held. */
export async function measure(args: readonly string[], input: Iterable<string>): Promise<Measured> {
  const start = process.hrtime.bigint();
  const child = spawn(process.execPath, ['--import', saysPeak, podlint, ...args], { stdio: 'pipe' });
  const hash = createHash('sha256');
  let [stdoutBytes, end, stderr] = [0, '', ''];
  child.stdout.on('data', (chunk: Buffer) => {
    stdoutBytes += chunk.length;
    hash.update(chunk);
    end = (end + chunk.toString('latin1')).slice(-2000);
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
  const closed = once(child, 'close');
  await pipeline(Readable.from(batches(input)), child.stdin);
  const [status] = (await closed) as [number];
  const [, told = '', peak = '', work = ''] = /^([^]*)peak (\d+) (\d+)$/.exec(stderr) ?? [];
  return {
    status,
    seconds: Number(process.hrtime.bigint() - start) / 1e9,
    cpuSeconds: Number(work) / 1e6,
    peakMegabytes: Number(peak) / 1024,
    stdoutBytes,
    stdoutHash: hash.digest('hex'),
    end,
    stderr: told,
  };
}

/** Fewer and larger pieces: a pipe that is written to for every manifest would be what is measured. */
function* batches(input: Iterable<string>): Generator<string> {
  let batch = '';
  for (const text of input) {
    batch += text;
    if (batch.length < 65_536) continue;
    yield batch;
    batch = '';
  }
  yield batch;
}
