import type { Level, Report } from '@podlint/engine';

export interface ReporterOptions {
  /** The text of a file of the run, for code frames; undefined where there is none. */
  readonly sourceOf: (path: string) => string | undefined;
  readonly colors: 'always' | 'never';
  /** Columns of the terminal; undefined: lines are not wrapped. */
  readonly width?: number | undefined;
  /** `quiet`: errors and nothing else. `verbose`: also names everything that was skipped. */
  readonly detail: 'quiet' | 'normal' | 'verbose';
  /** What a code stands for, for formats that explain their codes. */
  readonly describe?: ((code: string) => CodeDescription | undefined) | undefined;
  /**
   * A path of the report as seen from the top of the repository, for formats that a platform reads; default: as it is.
   */
  readonly repositoryPath?: ((path: string) => string) | undefined;
}

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
