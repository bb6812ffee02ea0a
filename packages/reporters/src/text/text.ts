import type { Reporter } from '../reporter.js';
import { TextWriter } from './text-writer.js';

/** For people: each finding with its source line, and a summary. */
export const text: Reporter = (report, options) => {
  const writer = new TextWriter(report, options);
  return [...writer.add(report.files, options.sourceOf), ...writer.end(report.summary)].join('');
};
