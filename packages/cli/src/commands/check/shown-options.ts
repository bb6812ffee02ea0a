import type { ReportLevel } from '@podlint/engine';
import type { Arguments } from '../../command-line/options.js';
import { shownName } from '../../command-line/rule-option.js';
import { UsageError } from '../../command-line/usage-error.js';
import { oneOf } from '../../command-line/values.js';
import type { CheckOptions, ReportOutput } from './check-options.js';
import { severities } from './choices.js';

type ShownOptions = Pick<CheckOptions, 'level' | 'show' | 'context' | 'listing'>;

/** What is reported, and how much of it. Throws UsageError. */
export function parseShown(
  given: Pick<Arguments<'level' | 'show' | 'context' | 'statistics'>, 'has' | 'value' | 'values'>,
  outputs: readonly ReportOutput[],
  failOn: ReportLevel,
): ShownOptions {
  const ofText = (['show', 'context'] as const).find((name) => given.has(name));
  if (ofText !== undefined && !outputs.some(({ format }) => format === 'text' || format === 'github'))
    throw new UsageError(`--${ofText} is about the text report: add --format text`);
  const other = outputs.find(({ format }) => !['text', 'json', 'github'].includes(format));
  if (given.has('statistics') && other)
    throw new UsageError(`--statistics is for the formats text and json, not for ${other.format}`);
  return {
    level: given.has('level') ? oneOf('level', given.value('level') ?? '', severities) : whatFails(failOn),
    show: given.values('show').map(shownName),
    context: count('context', given.value('context') ?? '0'),
    listing: given.has('statistics') ? 'statistics' : 'findings',
  };
}

/** What fails a run is shown. */
function whatFails(failOn: ReportLevel): ReportLevel | undefined {
  return failOn === 'info' ? 'info' : undefined;
}

function count(option: string, text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new UsageError(`--${option} takes a number, not "${text}"`);
  return Number(text);
}
