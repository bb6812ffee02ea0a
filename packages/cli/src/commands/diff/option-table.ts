import { answerOptions, commonOptions } from '../../command-line/common-options.js';
import type { OptionTable } from '../../command-line/options.js';

export const diffOptionTable = { ...answerOptions, ...commonOptions } as const satisfies OptionTable;
