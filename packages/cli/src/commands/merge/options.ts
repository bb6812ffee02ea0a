import type { Format } from '@podlint/reporters';
import { parseArguments } from '../../command-line/options.js';
import { UsageError } from '../../command-line/usage-error.js';
import { colorOption, oneOf } from '../../command-line/values.js';
import { severities } from '../check/choices.js';
import type { CheckOptions } from '../check/check-options.js';
import { parseMaxWarnings } from '../check/options.js';
import { oneOnStdout, parseOutput } from '../check/output-options.js';
import { parseShown } from '../check/shown-options.js';
import { mergeOptionTable } from './option-table.js';

export interface MergeOptions extends Pick<
  CheckOptions,
  | 'failOn'
  | 'skips'
  | 'emptyRuns'
  | 'maxWarnings'
  | 'detail'
  | 'colors'
  | 'outputs'
  | 'level'
  | 'show'
  | 'context'
  | 'listing'
> {
  /** The reports. */
  readonly files: readonly string[];
}

/** Throws UsageError. */
export function parseMergeOptions(args: readonly string[]): MergeOptions {
  const given = parseArguments(args, mergeOptionTable);
  if (given.positionals.length === 0)
    throw new UsageError('podlint merge takes reports, JSON or SARIF: podlint merge FILE...');
  const outputs = oneOnStdout(given.values('format').map(parseOutput));
  const failOn = oneOf('fail-on', given.value('fail-on') ?? 'error', severities);
  return {
    files: given.positionals,
    outputs,
    ...parseShown(given, outputs, failOn),
    failOn,
    skips: given.has('fail-on-skipped') ? 'forbidden' : 'allowed',
    emptyRuns: given.has('allow-empty') ? 'allowed' : 'forbidden',
    maxWarnings: parseMaxWarnings(given.value('max-warnings')),
    detail: given.lastOf('quiet', 'verbose') ?? 'normal',
    colors: colorOption(given.lastOf('color', 'no-color')),
  };
}

/** What to write: what was asked for, or the format of the reports on stdout. */
export function outputsOr(format: Format, { outputs }: MergeOptions): MergeOptions['outputs'] {
  return outputs.length > 0 ? outputs : [{ format }];
}
