import { answerOptions, commonOptions } from '../../command-line/common-options.js';
import type { OptionTable } from '../../command-line/options.js';

export const diffOptionTable = {
  ...answerOptions,
  crds: { value: 'PATH', help: 'definitions of custom resources' },
  ...commonOptions,
} as const satisfies OptionTable;
