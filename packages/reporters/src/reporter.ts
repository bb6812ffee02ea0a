import type { Report } from '@podlint/engine';

export interface ReporterOptions {
  /** The text of a file of the run, for code frames; undefined where there is none. */
  readonly sourceOf: (path: string) => string | undefined;
  readonly colors: 'always' | 'never';
  /** Columns of the terminal; undefined: lines are not wrapped. */
  readonly width?: number;
  /** `quiet`: errors and nothing else. `verbose`: also names everything that was skipped. */
  readonly detail: 'quiet' | 'normal' | 'verbose';
}

/** Writes a report in one format; pure, and what it returns ends with a line feed unless it is empty. */
export type Reporter = (report: Report, options: ReporterOptions) => string;
