import type { Report, SourceFile } from '@podlint/engine';
import { type ReporterOptions, reporters } from '@podlint/reporters';
import { wantsColors } from '../../command-line/colors.js';
import type { Console, Output } from '../../command-line/console.js';
import { writeAnswer } from '../../command-line/write-answer.js';
import type { CheckOptions, ReportOutput } from './options.js';

/** Writes the report in every format asked for; `screen` gets those without a file. Throws UsageError for a file that cannot be written. */
export function writeReports(report: Report, files: readonly SourceFile[], options: CheckOptions, console: Console, screen: Output): void {
  for (const output of options.outputs) {
    const text = reporters[output.format](report, reporterOptions(output, files, options, console, screen));
    if (output.file === undefined) screen.write(text);
    else writeAnswer('report', output.file, text, console.cwd);
  }
}

/** How a report is written for the screen, or for a file. */
export function reporterOptions({ file }: ReportOutput, files: readonly SourceFile[], { colors, detail }: CheckOptions, console: Console, screen: Output): ReporterOptions {
  const texts = new Map(files.map((source) => [source.path, 'text' in source ? source.text : undefined]));
  const onScreen = file === undefined;
  return {
    sourceOf: (path) => texts.get(path),
    colors: onScreen ? wantsColors(colors, console.environment, screen) : 'never',
    width: onScreen ? screen.columns : undefined,
    detail,
  };
}
