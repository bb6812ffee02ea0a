import { commonOptions } from '../../command-line/common-options.js';
import { checkOptionTable } from '../check/option-table.js';
import type { OptionTable } from '../../command-line/options.js';

export const mergeOptionTable = {
  format: { value: 'FORMAT[=FILE]', help: 'as of check; default: that of the reports' },
  'fail-on': { value: 'SEVERITY', help: 'exit 1 from error (default), warning, info' },
  'fail-on-skipped': { help: 'exit 1 if anything was not checked' },
  'allow-empty': { help: 'exit 0 if nothing was checked' },
  'max-warnings': { value: 'N', help: 'exit 1 if there are more warnings' },
  level: { value: 'SEVERITY', help: 'report from error, warning, info; default: all' },
  show: checkOptionTable.show,
  context: checkOptionTable.context,
  statistics: checkOptionTable.statistics,
  quiet: { short: 'q', help: 'print errors only, and no summary' },
  verbose: { help: 'name everything that was not checked' },
  ...commonOptions,
} as const satisfies OptionTable;
