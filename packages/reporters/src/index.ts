import { json } from './json.js';
import type { ReportHead, ReportWriter } from './report-writer.js';
import type { Reporter, ReporterOptions } from './reporter.js';
import { text } from './text/text.js';

export type { Reporter, ReporterOptions } from './reporter.js';
export type { PartSource, ReportHead, ReportWriter } from './report-writer.js';
export { visible, visibleDeep, visibleJson } from './sanitize.js';
export { explainText, type ExplainOptions } from './explain/text.js';
export { yamlLines, type CommentOf } from './explain/yaml.js';
export { layOut, type FrameLine } from './text/frame-line.js';
export { between, statementsOf, timelineSvg, timelineText, verdictOf, type Statement, type TimelineSvgOptions, type TimelineTextOptions } from './timeline/index.js';
export { updateText, type UpdateSubject } from './update.js';

/** Every output format by the name that `--format` takes. */
export const reporters = { text, json } as const satisfies Readonly<Record<string, Reporter>>;

export type Format = keyof typeof reporters;

/** Writes a report in one format while it is made: piece by piece where the format allows it, or else all at the end. */
export async function reportWriter(format: Format, head: ReportHead, options: ReporterOptions): Promise<ReportWriter> {
  if (format === 'text') return new (await import('./text/text-writer.js')).TextWriter(head, options);
  if (format === 'json') return new (await import('./json-writer.js')).JsonWriter(head);
  return new (await import('./held-writer.js')).HeldWriter(head, reporters[format], options);
}
