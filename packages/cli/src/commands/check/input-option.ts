import type { Arguments } from '../../command-line/options.js';
import { UsageError } from '../../command-line/usage-error.js';
import type { checkOptionTable } from './option-table.js';

/** What makes no sense for lines that are answered one by one. */
const notWithLines = [
  'format',
  'fix',
  'fix-unsafe',
  'fix-dry-run',
  'changed',
  'shard',
  'baseline',
  'write-baseline',
  'filename',
  'show',
  'context',
  'statistics',
  'quiet',
  'verbose',
] as const;

/** `--ndjson`. Throws UsageError. */
export function parseInput(given: Arguments<keyof typeof checkOptionTable>): 'files' | 'lines' {
  if (!given.has('ndjson')) return 'files';
  const other = notWithLines.find((name) => given.has(name));
  if (other !== undefined)
    throw new UsageError(
      `--ndjson answers each line of stdin by a line of JSON, which leaves nothing to do for --${other}`,
    );
  const path = given.positionals.find((positional) => positional !== '-');
  if (path !== undefined) throw new UsageError(`--ndjson reads files from stdin, one a line, and no "${path}"`);
  return 'lines';
}
