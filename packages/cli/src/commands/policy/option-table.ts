import { answerOptions, commonOptions } from '../../command-line/common-options.js';
import type { OptionTable } from '../../command-line/options.js';

export const policyOptionTable = {
  format: answerOptions.format,
  ...commonOptions,
} as const satisfies OptionTable;
