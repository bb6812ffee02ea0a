import type { Report, SourceFile } from '@podlint/engine';
import { type Format, reportPieces, type Reporter, reporters, type ReporterOptions } from '@podlint/reporters';
import { wantsColors } from '../../command-line/colors.js';
import type { Console, Output } from '../../command-line/console.js';
import { openAnswer } from '../../command-line/write-answer.js';
import { writePieces } from '../../command-line/write-pieces.js';
import type { CheckOptions, ReportOutput } from './check-options.js';
import { meaningOf } from '../rules/entries.js';
import { type Demands, outcomeOf } from './verdict.js';

export type OutputOptions = Pick<
  CheckOptions,
  'outputs' | 'colors' | 'detail' | 'context' | 'show' | 'listing' | 'changed' | 'shard' | keyof Demands
>;

/** Hears what is written, one report after the other. */
export interface ReportListener {
  beginReport(): void;
  addToReport(text: string): void;
}

/**
 * Writes the report in every format asked for; `screen` gets those without a file. Rejects with UsageError for a file
 * that cannot be written.
 */
export async function writeReports(
  report: Report,
  files: readonly SourceFile[],
  options: OutputOptions,
  console: Console,
  screen: Output,
  listener?: ReportListener,
): Promise<void> {
  for (const output of options.outputs) {
    const pieces = await reportPieces(
      output.format,
      await reporterOf(output, options, console),
      report,
      reporterOptions(output, files, options, console, screen),
    );
    await writeReport(listener ? overheard(pieces, listener) : pieces, output, console, screen);
  }
}

/** Writes one report to where it belongs. Rejects with UsageError for a file that cannot be written. */
export async function writeReport(
  pieces: Iterable<string>,
  output: ReportOutput,
  console: Console,
  screen: Output,
): Promise<void> {
  const file = output.file === undefined ? undefined : openAnswer('report', output.file, console.cwd);
  await writePieces(pieces, file ?? screen);
  file?.end();
}

function* overheard(pieces: Iterable<string>, listener: ReportListener): Generator<string> {
  listener.beginReport();
  for (const piece of pieces) {
    listener.addToReport(piece);
    yield piece;
  }
}

/** How a report is written for the screen, or for a file. */
export function reporterOptions(
  { file }: ReportOutput,
  files: readonly SourceFile[],
  options: OutputOptions,
  console: Console,
  screen: Output,
): ReporterOptions {
  const { colors, detail, context, show, listing } = options;
  const sources = new Map(files.map((source) => [source.path, source]));
  const onScreen = file === undefined;
  return {
    sourceOf: (path) => textOf(sources.get(path)),
    colors: onScreen ? wantsColors(colors, console.environment, screen) : 'never',
    width: onScreen ? screen.columns : undefined,
    ...{ detail, context, show, listing },
    outcomeOf: (summary) => outcomeOf(summary, options),
    noFile: whyNoFile(options),
    meaningOf,
  };
}

/** Of a run that chooses among its files, and may choose none. */
function whyNoFile({ changed, shard }: OutputOptions): string | undefined {
  if (!shard) return changed && 'no file has changed';
  return changed ? 'this shard has no file that has changed' : 'this shard has no file';
}

/** Asked for when a finding is shown: the text may have to be read then. */
export function textOf(file: SourceFile | undefined): string | undefined {
  return file && 'text' in file ? file.text : undefined;
}

/**
 * What writes an output. With the first report in a format, its platform is told what it wants to know beside the
 * report.
 */
export async function reporterOf(
  output: ReportOutput,
  { outputs }: OutputOptions,
  console: Console,
): Promise<Reporter> {
  const { format } = output;
  const reporter = await reporters[format]();
  if (!isForPlatform(format)) return reporter;
  const { platformOptions, tellPlatform } = await import('./platforms.js');
  const ofPlatform = await platformOptions(format, console);
  const isFirst = outputs.find((other) => other.format === format) === output;
  return (report, given) => {
    const options = { ...given, ...ofPlatform };
    if (isFirst) tellPlatform(format, report, options, console);
    return reporter(report, options);
  };
}

/** Read by something else than people and scripts. */
function isForPlatform(format: Format): boolean {
  return format !== 'text' && format !== 'json';
}
