/*
 * `npm run bench:stream`: how fast a stream of manifests is judged, and how much memory that takes at most, with growing numbers of documents.
 * The time is that of the whole command, its start and the printing of every finding among it.
 */
import { fleetStream } from '../scale/manifests.js';
import { measure } from '../scale/measure.js';

const formats = ['text', 'json'] as const;

process.stdout.write('documents  format  documents/s  peak memory\n');
for (const count of [1000, 10_000, 100_000]) {
  for (const format of formats) {
    const { seconds, peakMegabytes } = await measure(['check', '-', '--format', format], fleetStream(count));
    process.stdout.write(
      `${String(count).padStart(9)}  ${format.padEnd(6)}  ${String(Math.round(count / seconds)).padStart(11)}  ${String(Math.round(peakMegabytes)).padStart(8)} MB\n`,
    );
  }
}
