import { commonOptions } from '../../command-line/common-options.js';
import type { OptionTable } from '../../command-line/options.js';

/** The options of `podlint check`, apart from their meaning so that the help text loads nothing else. */
export const checkOptionTable = {
  'kubernetes-version': { value: 'VERSION', help: 'such as 1.33; may be given several times' },
  format: { value: 'FORMAT[=FILE]', help: 'text or json, to stdout or into a file' },
  preset: { value: 'PRESET', help: 'rules: none, recommended (default), strict' },
  rule: { value: 'ID=LEVEL', help: 'a rule at error, warn, info or off' },
  config: { value: 'FILE', help: 'instead of the nearest podlint.config.yaml' },
  'no-inline-config': { help: 'no comment or annotation suppresses anything' },
  complete: { help: 'what is not in the files does not exist' },
  fix: { help: 'make the fixes that keep the meaning' },
  'fix-unsafe': { help: 'also those that may change the meaning' },
  'fix-dry-run': { help: 'print a unified diff of the fixes instead' },
  'fail-on': { value: 'SEVERITY', help: 'exit 1 from error (default), warning, info' },
  'fail-on-skipped': { help: 'exit 1 if anything was not checked' },
  'allow-empty': { help: 'exit 0 if there is nothing to check' },
  'max-warnings': { value: 'N', help: 'exit 1 if there are more warnings' },
  changed: { value: 'REF', valueIsOptional: true, help: 'only files changed since REF (default: main)' },
  ignore: { value: 'GLOB', help: 'leave out, as a line of .gitignore would' },
  filename: { value: 'PATH', help: 'the name of what comes from stdin' },
  quiet: { short: 'q', help: 'print errors only, and no summary' },
  verbose: { help: 'name everything that was not checked' },
  ...commonOptions,
  version: { help: 'print the versions of podlint and Kubernetes' },
} as const satisfies OptionTable;
