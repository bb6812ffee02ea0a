/*
 * `npm run bench:stream [-- COUNT...]`: how fast manifests are judged that come on standard input, as documents and as lines of JSON, and
 * how much memory that takes at most, with growing numbers of them. The time is that of the whole command, its start and
 * the printing of every finding among it.
 */
import { fleet, fleetStream } from '../scale/manifests.js';
import { measure } from '../scale/measure.js';

interface Way {
  readonly name: string;
  readonly args: readonly string[];
  readonly input: (count: number) => Iterable<string>;
}

function* fleetLines(count: number): Generator<string> {
  for (const file of fleet(count)) yield `${JSON.stringify(file)}\n`;
}

const ways: readonly Way[] = [
  { name: 'text', args: ['check', '-', '--format', 'text'], input: fleetStream },
  { name: 'json', args: ['check', '-', '--format', 'json'], input: fleetStream },
  { name: 'ndjson', args: ['check', '--ndjson'], input: fleetLines },
];

const given = process.argv.slice(2).map(Number);
const counts = given.length > 0 ? given : [1000, 10_000, 100_000];

process.stdout.write('documents  output  documents/s  for a second of CPU  peak memory\n');
for (const count of counts) {
  for (const { name, args, input } of ways) {
    const { seconds, cpuSeconds, peakMegabytes } = await measure(args, input(count));
    const [rate, work, peak] = [count / seconds, count / cpuSeconds, peakMegabytes].map((value) =>
      String(Math.round(value)),
    );
    process.stdout.write(
      `${String(count).padStart(9)}  ${name.padEnd(6)}  ${rate!.padStart(11)}  ${work!.padStart(19)}  ${peak!.padStart(8)} MB\n`,
    );
  }
}
