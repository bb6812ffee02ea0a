import { commonOptions } from '../../command-line/common-options.js';
import type { OptionTable } from '../../command-line/options.js';

/** The options of `podlint check`, apart from their meaning so that the help text loads nothing else. */
export const checkOptionTable = {
  'kubernetes-version': { value: 'VERSION', group: 'Judge', often: true, help: 'such as 1.33; may be given several times', brief: 'repeatable' },
  format: { value: 'FORMAT[=FILE]', group: 'Report', often: true, help: 'text, json, sarif, github, gitlab, junit', brief: 'repeatable' },
  preset: { value: 'PRESET', group: 'Judge', often: true, help: 'rules: none, recommended (default), strict', brief: 'none, recommended, strict' },
  rule: { value: 'ID=LEVEL', group: 'Judge', help: 'a rule at error, warn, info or off', brief: 'error, warn, info, off' },
  config: { value: 'FILE', group: 'Judge', help: 'instead of the nearest podlint.config.yaml' },
  'no-inline-config': { group: 'Judge', help: 'no comment or annotation suppresses anything' },
  complete: { group: 'Judge', help: 'what is not in the files does not exist', brief: 'no other objects' },
  fix: { group: 'Fix', often: true, help: 'make the fixes that keep the meaning' },
  'fix-unsafe': { group: 'Fix', help: 'also those that may change the meaning' },
  'fix-dry-run': { group: 'Fix', help: 'print a unified diff of the fixes instead', brief: 'print a diff' },
  'fail-on': { value: 'SEVERITY', group: 'Fail', often: true, help: 'exit 1 from error (default), warning, info', brief: 'error, warning, info' },
  'fail-on-skipped': { group: 'Fail', help: 'exit 1 if anything was not checked' },
  'allow-empty': { group: 'Fail', help: 'exit 0 if there is nothing to check' },
  'max-warnings': { value: 'N', group: 'Fail', help: 'exit 1 if there are more warnings' },
  changed: { value: 'REF', valueIsOptional: true, group: 'Files', often: true, help: 'only files changed since REF (default: main)', brief: 'default: main' },
  baseline: { value: 'FILE', group: 'Report', help: 'set aside the findings that FILE knows', brief: 'known findings' },
  'write-baseline': { value: 'FILE', valueIsOptional: true, group: 'Report', help: 'make today\'s findings the baseline' },
  shard: { value: 'I/N', group: 'Files', help: 'the I-th of N parts; see podlint merge', brief: 'part I of N' },
  ignore: { value: 'GLOB', group: 'Files', help: 'leave out, as a line of .gitignore would' },
  filename: { value: 'PATH', group: 'Files', help: 'the name of what comes from stdin', brief: 'for stdin' },
  ndjson: { group: 'Files', help: 'stdin has a file a line, each gets an answer', brief: 'lines in, lines out' },
  cache: { value: 'DIR', valueIsOptional: true, group: 'Run', help: 'keep results, in DIR or .podlint-cache', brief: 'default: .podlint-cache' },
  jobs: { value: 'N', group: 'Run', help: 'judge in so many threads (default: 1)', brief: 'threads' },
  quiet: { short: 'q', group: 'Report', help: 'print errors only, and no summary', brief: 'errors only' },
  verbose: { group: 'Report', help: 'name everything that was not checked', brief: 'name skipped' },
  ...commonOptions,
  version: { help: 'print the versions of podlint and Kubernetes' },
} as const satisfies OptionTable;
