import type { OptionTable } from './options.js';

/** What every command takes besides options of its own. */
export const commonOptions = {
  color: { help: 'colours, even where no terminal is' },
  'no-color': { help: 'no colours' },
  help: { short: 'h', help: 'print this help' },
} as const satisfies OptionTable;

/** What the commands take that answer for one version and in one format. */
export const answerOptions = {
  'kubernetes-version': { value: 'VERSION', help: 'such as 1.33' },
  format: { value: 'FORMAT', help: 'text or json' },
} as const satisfies OptionTable;
