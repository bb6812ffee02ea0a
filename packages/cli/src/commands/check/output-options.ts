import type { RunSettings } from '@podlint/engine/config';
import type { Arguments } from '../../command-line/options.js';
import { UsageError } from '../../command-line/usage-error.js';
import { oneOf } from '../../command-line/values.js';
import type { CheckOptions, ReportOutput } from './check-options.js';
import { formats } from './choices.js';

/** `text`, `json=report.json`. Only one of them can have stdout, and a preview of fixes has it for itself. */
export function parseOutputs(
  given: Pick<Arguments<'format'>, 'has' | 'values'>,
  fix: CheckOptions['fix'],
  { formats: configured = [] }: RunSettings,
): readonly ReportOutput[] {
  // A preview has stdout for itself, whatever the config prints there.
  const usual = configured.map(parseOutput).filter(({ file }) => fix?.mode !== 'preview' || file !== undefined);
  const outputs = oneOnStdout(given.has('format') ? given.values('format').map(parseOutput) : usual);
  const toStdout = outputs.find((output) => output.file === undefined);
  if (fix?.mode === 'preview' && toStdout)
    throw new UsageError(
      `--fix-dry-run prints its diff to stdout: give the report a file, such as --format ${toStdout.format}=report.${toStdout.format}`,
    );
  return outputs.length === 0 && fix?.mode !== 'preview' ? [{ format: 'text' }] : outputs;
}

/** Throws UsageError. */
export function oneOnStdout(outputs: readonly ReportOutput[]): readonly ReportOutput[] {
  const [, second] = outputs.filter((output) => output.file === undefined);
  if (second)
    throw new UsageError(
      `only one report can go to stdout: give the others a file, such as --format ${second.format}=report.${second.format}`,
    );
  return outputs;
}

/** A value of `--format`. Throws UsageError. */
export function parseOutput(text: string): ReportOutput {
  const [name, ...file] = text.split('=');
  const format = oneOf('format', name!, formats);
  if (file.length === 0) return { format };
  if (file.join('=') === '')
    throw new UsageError(`--format "${text}" names no file: write --format ${format}=report.${format}`);
  return { format, file: file.join('=') };
}
