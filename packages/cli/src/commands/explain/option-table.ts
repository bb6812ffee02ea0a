import { answerOptions, commonOptions } from '../../command-line/common-options.js';
import type { OptionTable } from '../../command-line/options.js';

export const explainOptionTable = {
  ...answerOptions,
  svg: { value: 'FILE', help: 'draw the probe timelines into a picture' },
  config: { value: 'FILE', help: 'use this config file' },
  ignore: { value: 'GLOB', help: 'leave out, as a line of .gitignore would' },
  filename: { value: 'PATH', help: 'the name of what comes from stdin' },
  ...commonOptions,
} as const satisfies OptionTable;
