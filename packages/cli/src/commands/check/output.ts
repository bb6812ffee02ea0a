import type { Report, SourceFile } from '@podlint/engine';
import { reporters } from '@podlint/reporters';
import { wantsColors } from '../../command-line/colors.js';
import type { Console, Output } from '../../command-line/console.js';
import { writeAnswer } from '../../command-line/write-answer.js';
import type { CheckOptions } from './options.js';

/** Writes the report in every format asked for; `screen` gets those without a file. Throws UsageError for a file that cannot be written. */
export function writeReports(report: Report, files: readonly SourceFile[], options: CheckOptions, console: Console, screen: Output): void {
  const texts = new Map(files.map((file) => [file.path, 'text' in file ? file.text : undefined]));
  for (const output of options.outputs) {
    const onScreen = output.file === undefined;
    const text = reporters[output.format](report, {
      sourceOf: (file) => texts.get(file),
      colors: onScreen ? wantsColors(options.colors, console.environment, screen) : 'never',
      width: onScreen ? screen.columns : undefined,
      detail: options.detail,
    });
    if (onScreen) screen.write(text);
    else writeAnswer('report', output.file ?? '', text, console.cwd);
  }
}
