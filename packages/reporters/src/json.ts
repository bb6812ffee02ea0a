import type { Report } from '@podlint/engine';
import type { Reporter } from './reporter.js';
import { visibleJson } from './sanitize.js';
import { severities } from './severities.js';
import { type CodeCount, Statistics } from './text/statistics.js';

/** The report itself: schemas/report.schema.json. */
export const json: Reporter = (report, { listing }) =>
  visibleJson(`${JSON.stringify(listing === 'statistics' ? withStatistics(report) : report, undefined, 2)}\n`);

function withStatistics({ files, summary, ...head }: Report): object {
  const statistics = new Statistics();
  for (const file of files) statistics.add(file);
  return { ...head, files, statistics: allRows(statistics), summary };
}

/** The gravest first, and of these the commonest. */
export function allRows(statistics: Statistics): CodeCount[] {
  return severities.flatMap((severity) => statistics.rows(severity));
}
