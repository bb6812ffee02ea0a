import type { Reporter } from '../reporter.js';
import { findingsOf } from '../severities.js';
import { text } from '../text/text.js';
import { annotations, inert } from './commands.js';

export { jobSummary } from './summary.js';

/**
 * For the log of a GitHub workflow: annotations, and the whole report below them, since the log shows messages without
 * their places.
 */
export const github: Reporter = (report, options) => {
  const commands = annotations(findingsOf(report, options.detail), options.repositoryPath ?? ((path) => path));
  return [...commands.map((line) => `${line}\n`), inert(text(report, options))].join('');
};
