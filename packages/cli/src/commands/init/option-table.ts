import { commonOptions } from '../../command-line/common-options.js';
import type { OptionTable } from '../../command-line/options.js';

export const initOptionTable = {
  yes: { short: 'y', help: 'write without asking' },
  import: { help: 'take over the settings of kube-linter, Polaris and Checkov' },
  force: { help: 'write anew what is there already' },
  ...commonOptions,
} as const satisfies OptionTable;
