import type { Reporter } from './reporter.js';
import { visibleJson } from './sanitize.js';

/** The report itself: schemas/report.schema.json. */
export const json: Reporter = (report) => visibleJson(`${JSON.stringify(report, undefined, 2)}\n`);
