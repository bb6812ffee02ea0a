import { type ReportedDiagnostic, type ReportedFile } from '@podlint/engine';
import type { ReportHead, ReportWriter } from './report-writer.js';
import type { Reporter, ReporterOptions } from './reporter.js';
import { visible } from './sanitize.js';
import { findingsOf } from './severities.js';
import { placeOf } from './text/finding.js';
import { firstSentence } from '@podlint/messages';

/**
 * One line a finding, for grep and for the lists of editors: `path:line:column: error: message [code]`, as gcc prints
 * it (GNU coding standards, "Formatting Error Messages").
 */
export const compact: Reporter = (report, { detail }) =>
  findingsOf(report, detail)
    .map(({ diagnostic, file }) => compactLine(diagnostic, file.path))
    .join('');

export class CompactWriter implements ReportWriter {
  constructor(
    private readonly head: ReportHead,
    private readonly options: ReporterOptions,
  ) {}

  add(files: readonly ReportedFile[]): readonly string[] {
    return [compact({ ...this.head, files, summary: noSummary }, this.options)];
  }

  addPart(part: ReportedFile): readonly string[] {
    return this.add([part]);
  }

  end(): readonly string[] {
    return [];
  }
}

const noSummary = { files: 0, documents: 0, checked: 0, skipped: 0, errors: 0, warnings: 0, infos: 0, fixable: 0 };

/** What editors know beside errors and warnings is a note. */
const words = { error: 'error', warning: 'warning', info: 'note', hint: 'note' } as const;

function compactLine({ severity, message, code, range, source }: ReportedDiagnostic, path: string): string {
  const behind = source ? ` (${source.path})` : '';
  return `${visible(`${placeOf(path, range)}: ${words[severity]}: ${firstSentence(message).first} [${code}]${behind}`)}\n`;
}
