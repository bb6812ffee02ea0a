import { commonOptions } from '../../command-line/common-options.js';
import type { Arguments, OptionTable } from '../../command-line/options.js';

export const diffOptionTable = {
  'kubernetes-version': { value: 'VERSION', help: 'such as 1.33' },
  format: { value: 'FORMAT[=FILE]', help: 'text, json, markdown; repeatable' },
  config: { value: 'FILE', help: 'instead of the nearest podlint.config.yaml' },
  crds: { value: 'PATH', help: 'definitions of custom resources' },
  kustomize: { value: 'on|off', help: 'compare what they make (default: on)' },
  ignore: { value: 'GLOB', help: 'leave out, as a line of .gitignore would' },
  verbose: { help: 'show all, and what could not be compared' },
  ...commonOptions,
} as const satisfies OptionTable;

export type DiffArguments = Arguments<keyof typeof diffOptionTable>;
