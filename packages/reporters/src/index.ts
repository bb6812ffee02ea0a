import type { Report } from '@podlint/engine';
import type { ReportHead, ReportWriter } from './report-writer.js';
import type { Reporter, ReporterOptions } from './reporter.js';

export type { CodeDescription, Outcome, Reporter, ReporterOptions } from './reporter.js';
export type { ReportHead, ReportWriter } from './report-writer.js';
export { visible, visibleDeep, visibleJson } from './sanitize.js';
export { explainText } from './explain/text.js';
export { yamlLines } from './explain/yaml.js';
export { layOut } from './text/frame-line.js';
export { between, statementsOf, timelineHtml, timelineSvg, timelineText, verdictOf } from './timeline/index.js';
export { jobSummary, summaryLimit } from './github/summary.js';
export { sarifCut } from './sarif/limit.js';
export { mergeSarif } from './sarif/merge.js';
export { type PageOptions, pageText } from './page/page.js';
export { updateText, type UpdateSubject } from './update.js';

/** Every output format by the name that `--format` takes; a run loads those that it writes. */
export const reporters = {
  text: async () => (await import('./text/text.js')).text,
  compact: async () => (await import('./compact.js')).compact,
  json: async () => (await import('./json.js')).json,
  sarif: async () => (await import('./sarif/sarif.js')).sarif,
  github: async () => (await import('./github/github.js')).github,
  gitlab: async () => (await import('./gitlab.js')).gitlab,
  junit: async () => (await import('./junit/junit.js')).junit,
} as const satisfies Readonly<Record<string, () => Promise<Reporter>>>;

export type Format = keyof typeof reporters;

/** A report in one format, to be written piece by piece: where the format allows it, not all of it is there at once. */
export async function reportPieces(
  format: Format,
  reporter: Reporter,
  report: Report,
  options: ReporterOptions,
): Promise<Iterable<string>> {
  return format === 'json' ? (await import('./json.js')).jsonPieces(report, options) : [reporter(report, options)];
}

/**
 * Writes a report in one format while it is made: piece by piece where the format allows it, or else all at the end,
 * with its reporter.
 */
export async function reportWriter(
  format: Format,
  head: ReportHead,
  reporter: Reporter,
  options: ReporterOptions,
): Promise<ReportWriter> {
  if (format === 'text') return new (await import('./text/text-writer.js')).TextWriter(head, options);
  if (format === 'compact') return new (await import('./compact.js')).CompactWriter(head, options);
  if (format === 'json') return new (await import('./json-writer.js')).JsonWriter(head, options);
  return new (await import('./held-writer.js')).HeldWriter(head, reporter, options);
}
