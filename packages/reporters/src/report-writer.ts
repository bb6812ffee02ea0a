import type { Report, ReportedFile, Summary } from '@podlint/engine';
import type { ReporterOptions } from './reporter.js';

/** What is known of a report before anything is judged. */
export type ReportHead = Omit<Report, 'files' | 'summary'>;

/** A part of a file's text, for code frames. */
export interface PartSource {
  readonly text: string | undefined;
  /** The line of the file that it begins with, from 1. */
  readonly firstLine: number;
}

/**
 * Writes a report while it is made. Each method returns what can be written by then, in pieces to be written one after
 * the other.
 */
export interface ReportWriter {
  /** Takes whole files. */
  add(files: readonly ReportedFile[], sourceOf: ReporterOptions['sourceOf']): Iterable<string>;
  /** Takes a part of a file; the next call goes on with that file, or with another one. */
  addPart(part: ReportedFile, source: PartSource): Iterable<string>;
  end(total: Summary): Iterable<string>;
}
