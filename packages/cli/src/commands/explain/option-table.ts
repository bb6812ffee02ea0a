import { answerOptions, commonOptions } from '../../command-line/common-options.js';
import type { OptionTable } from '../../command-line/options.js';

export const explainOptionTable = {
  ...answerOptions,
  life: {
    value: 'SCENARIO',
    valueIsOptional: true,
    help: 'tell the life of the Pod: "app: exits 1 after 30s", a file, or what is offered',
  },
  svg: { value: 'FILE', help: 'draw the probe timelines, or the life, into a picture' },
  config: { value: 'FILE', help: 'use this config file' },
  ignore: { value: 'GLOB', help: 'leave out, as a line of .gitignore would' },
  filename: { value: 'PATH', help: 'the name of what comes from stdin' },
  ...commonOptions,
} as const satisfies OptionTable;
