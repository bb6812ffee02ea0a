import { json } from './json.js';
import type { Reporter } from './reporter.js';
import { text } from './text/text.js';

export type { Reporter, ReporterOptions } from './reporter.js';
export { visible, visibleDeep, visibleJson } from './sanitize.js';
export { explainText, type ExplainOptions } from './explain/text.js';
export { yamlLines, type CommentOf } from './explain/yaml.js';
export { layOut, type FrameLine } from './text/frame-line.js';
export { between, statementsOf, timelineSvg, timelineText, verdictOf, type Statement, type TimelineSvgOptions, type TimelineTextOptions } from './timeline/index.js';
export { updateText, type UpdateSubject } from './update.js';

/** Every output format by the name that `--format` takes. */
export const reporters = { text, json } as const satisfies Readonly<Record<string, Reporter>>;

export type Format = keyof typeof reporters;
