import type { Reporter } from '../reporter.js';
import { visibleDeep } from '../sanitize.js';
import { finding } from './finding.js';
import { summary } from './summary.js';
import { createTheme } from './theme.js';
import { joinBlocks, linesOf, readableWidth } from './layout.js';

/** For people: each finding with its source line, and a summary. */
export const text: Reporter = (report, options) => {
  const theme = createTheme(options.colors);
  const printable = visibleDeep(report);
  const width = readableWidth(options.width);
  const findings = printable.files.flatMap((file, index) => {
    if (file.diagnostics.length === 0) return [];
    const lines = linesOf(options.sourceOf(report.files[index]!.path));
    return file.diagnostics
      .filter((diagnostic) => options.detail !== 'quiet' || diagnostic.severity === 'error')
      .map((diagnostic) => finding(diagnostic, { versions: report.kubernetesVersions, file, lines, theme, width }));
  });
  const blocks = options.detail === 'quiet' ? findings : [...findings, summary(printable, theme, options.detail)];
  return joinBlocks(blocks);
};
