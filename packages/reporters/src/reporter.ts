import type { Level, Report, Summary } from '@podlint/engine';

export interface ReporterOptions {
  /** The text of a file of the run, for code frames; undefined where there is none. */
  readonly sourceOf: (path: string) => string | undefined;
  readonly colors: 'always' | 'never';
  /** Columns of the terminal; undefined: lines are not wrapped. */
  readonly width?: number | undefined;
  /** `quiet`: errors and nothing else. `verbose`: also names everything that was skipped. */
  readonly detail: 'quiet' | 'normal' | 'verbose';
  /** Lines of the source above and below the place of a finding; default: none. */
  readonly context?: number | undefined;
  /** Codes, groups of them (`security/*`) or `all`: what is shown one by one however much there is of it. */
  readonly show?: readonly string[] | undefined;
  /** `statistics`: how often each code was found, and no finding by itself. */
  readonly listing?: 'findings' | 'statistics' | undefined;
  /** How a run with these counts ends; default: errors fail it. */
  readonly outcomeOf?: ((total: Summary) => Outcome) | undefined;
  /** Why a run has no file, where its options can leave it without one: `no file has changed`. */
  readonly noFile?: string | undefined;
  /** What a code means, in a few words. */
  readonly meaningOf?: ((code: string) => string | undefined) | undefined;
  /** What a code stands for, for formats that explain their codes. */
  readonly describe?: ((code: string) => CodeDescription | undefined) | undefined;
  /**
   * A path of the report as seen from the top of the repository, for formats that a platform reads; default: as it is.
   */
  readonly repositoryPath?: ((path: string) => string) | undefined;
}

/** How a run ends; the first word of its summary. */
export type Outcome = 'passed' | 'failed' | 'not checked';

export interface CodeDescription {
  /** One line. */
  readonly summary: string;
  /** In the recommended preset. */
  readonly level: Level;
  /** Markdown: what happens, what is wrong and what is right. */
  readonly page: string;
  /** The texts of its messages by their keys, where it is a rule's. */
  readonly messages?: Readonly<Record<string, string>> | undefined;
}

/** Writes a report in one format; pure, and what it returns ends with a line feed unless it is empty. */
export type Reporter = (report: Report, options: ReporterOptions) => string;
