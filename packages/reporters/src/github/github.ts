import type { Reporter } from '../reporter.js';
import { findingsOf } from '../severities.js';
import { TextWriter } from '../text/text-writer.js';
import { annotations, inert } from './commands.js';

export { jobSummary } from './summary.js';

/**
 * For the log of a GitHub workflow: annotations, then the findings for which GitHub has no more of them, and the
 * summary. Nothing is said twice.
 */
export const github: Reporter = (report, options) => {
  const named = options.repositoryPath ?? ((path: string) => path);
  const { commands, left } = annotations(findingsOf(report, options.detail), named);
  const others = new Set(left.map(({ diagnostic }) => diagnostic));
  const writer = new TextWriter(report, { ...options, isPrinted: (diagnostic) => others.has(diagnostic) });
  const text = [...writer.add(report.files, options.sourceOf), ...writer.end(report.summary)].join('');
  return [...commands.map((line) => `${line}\n`), inert(text)].join('');
};
