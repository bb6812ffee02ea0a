import { answerOptions, commonOptions } from '../../command-line/common-options.js';
import type { OptionTable } from '../../command-line/options.js';

export const explainOptionTable = {
  ...answerOptions,
  life: {
    value: 'SCENARIO',
    valueIsOptional: true,
    help: 'tell the life in a scenario, or in a file',
  },
  admission: { help: 'the Pod as admission leaves it, and why' },
  crds: { value: 'PATH', help: 'definitions of custom resources' },
  policy: { value: 'PATH', help: 'limits, classes, accounts to admit by' },
  'enable-admission-plugins': { value: 'NAME', help: 'AlwaysPullImages, if the cluster has it' },
  svg: { value: 'FILE', help: 'draw the timelines or the life' },
  config: { value: 'FILE', help: 'use this config file' },
  ignore: { value: 'GLOB', help: 'leave out, as a line of .gitignore would' },
  filename: { value: 'PATH', help: 'the name of what comes from stdin' },
  ...commonOptions,
} as const satisfies OptionTable;
