import { checkOptionTable } from './check/option-table.js';
import type { CommandEntry } from './command.js';
import { completionOptionTable } from './completion/option-table.js';
import { diffOptionTable } from './diff/option-table.js';
import { explainOptionTable } from './explain/option-table.js';
import { graphOptionTable } from './graph/option-table.js';
import { initOptionTable } from './init/option-table.js';
import { lspOptionTable } from './lsp/option-table.js';
import { mergeOptionTable } from './merge/option-table.js';
import { policyOptionTable } from './policy/option-table.js';
import { rulesOptionTable } from './rules/option-table.js';

/** Every command by its name; what is not here is a path to check. */
export const commands = {
  check: {
    usage: 'podlint [check] [PATH...]',
    help: 'files, folders, globs, - for stdin; default: .',
    options: checkOptionTable,
  },
  explain: {
    usage: 'podlint explain [PATH...|ID]',
    help: 'what would really run, or what a finding means',
    options: explainOptionTable,
  },
  graph: {
    usage: 'podlint graph [PATH...]',
    help: 'who refers to whom: text, json, svg, html',
    options: graphOptionTable,
  },
  merge: {
    usage: 'podlint merge FILE...',
    help: 'join JSON or SARIF reports of shards or runs',
    options: mergeOptionTable,
  },
  diff: {
    usage: 'podlint diff [REF|OLD NEW]',
    help: 'what the changes since REF would do',
    options: diffOptionTable,
  },
  policy: {
    usage: 'podlint policy test FILE...',
    help: 'do policies answer requests as expected?',
    options: policyOptionTable,
  },
  rules: {
    usage: 'podlint rules [ID]',
    help: 'the catalogue, or what one rule is about',
    options: rulesOptionTable,
  },
  init: {
    usage: 'podlint init',
    help: 'config file, hook and workflow, after asking',
    options: initOptionTable,
  },
  lsp: {
    usage: 'podlint lsp --stdio',
    help: 'the language server, for an editor to start',
    options: lspOptionTable,
  },
  completion: {
    usage: 'podlint completion SHELL',
    help: 'a completion script for bash, zsh or fish',
    options: completionOptionTable,
  },
} as const satisfies Readonly<Record<string, CommandEntry>>;

export type CommandName = keyof typeof commands;

export function isCommand(name: string | undefined): name is CommandName {
  return name !== undefined && Object.hasOwn(commands, name);
}
