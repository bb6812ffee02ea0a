import { commonOptions } from '../../command-line/common-options.js';
import type { OptionTable } from '../../command-line/options.js';

export const completionOptionTable = { ...commonOptions } as const satisfies OptionTable;
