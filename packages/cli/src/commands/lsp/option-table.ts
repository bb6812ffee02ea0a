import { commonOptions } from '../../command-line/common-options.js';
import type { OptionTable } from '../../command-line/options.js';

export const lspOptionTable = {
  stdio: { help: 'speak over standard input and output' },
  clientProcessId: { value: 'PID', help: 'end when this process is gone; editors set it' },
  ...commonOptions,
} as const satisfies OptionTable;
