import { commonOptions } from '../../command-line/common-options.js';
import type { OptionTable } from '../../command-line/options.js';

export const rulesOptionTable = {
  config: { value: 'FILE', help: 'the config whose own rules are listed too' },
  ...commonOptions,
} as const satisfies OptionTable;
