import type { Report } from '../report/report.js';

/**
 * Findings that are known and set aside: by the name of their file, then by numbered fingerprint, each with a word for
 * people on what it is.
 */
export type Baseline = ReadonlyMap<string, ReadonlyMap<string, string>>;

/** How a baseline and a report speak of the same files. */
export interface BaselineFiles {
  /** The name in the baseline of a file of the report. */
  nameOf(path: string): string;
  /** Whether a file is nowhere any more, by its name in the baseline. */
  isGone(name: string): boolean;
}

/** A finding of a baseline that is there no more. */
export interface StaleFinding {
  readonly name: string;
  readonly about: string;
}

export interface SetAside {
  /** With what is new; what is not is counted. Verdicts are as they were. */
  readonly report: Report;
  readonly stale: readonly StaleFinding[];
}
