import type { Report } from '@podlint/engine';
import { JsonWriter } from './json-writer.js';
import type { Reporter, ReporterOptions } from './reporter.js';

/** The report itself: schemas/report.schema.json. */
export const json: Reporter = (report, options) => [...jsonPieces(report, options)].join('');

/** The same in pieces, of which none is much longer than what is said of a file. */
export function* jsonPieces(report: Report, options: Pick<ReporterOptions, 'listing'>): Generator<string> {
  const { files, summary, ...head } = report;
  const writer = new JsonWriter(head, options);
  yield* writer.add(files);
  yield* writer.end(summary);
}
