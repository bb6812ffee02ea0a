import { largest } from '@podlint/plain';
import type { Console } from '../command-line/console.js';
import { type ExitCode, exitCode } from '../command-line/exit-code.js';
import { compactLines, optionLines } from '../command-line/help-text.js';
import type { OptionSpec } from '../command-line/options.js';
import type { CommandEntry } from './command.js';
import { type CommandName, commands } from './table.js';

/** More options than that, and one line for each would not fit a screen. */
const fewOptions = 12;

/**
 * The help of one command, with every option; without a name that of all, with the options that are used often. Fits 80
 * by 24.
 */
export function help({ stdout }: Console, name: CommandName | undefined, detail: 'normal' | 'verbose'): ExitCode {
  const lines = name ? commandHelp(name, detail) : overview();
  stdout.write(`${lines.join('\n')}\n`);
  return exitCode.clean;
}

function overview(): string[] {
  const entries: readonly CommandEntry[] = Object.values(commands);
  const width = largest(entries.map(({ usage }) => usage.length));
  const often = Object.fromEntries(Object.entries<OptionSpec>(commands.check.options).filter(([, { often }]) => often));
  return [
    'Would the API server take these Kubernetes manifests, and where is the mistake?',
    '',
    ...entries.map(({ usage, help }) => `  ${usage.padEnd(width)}  ${help}`),
    '',
    'Options of check, among others:',
    ...optionLines(often),
    '',
    'podlint COMMAND --help has all options of a command.',
    exits,
  ];
}

const exits = 'Exit: 0 fine, 1 findings, 2 wrong usage or nothing to check, 3 internal error';

function commandHelp(name: CommandName, detail: 'normal' | 'verbose'): string[] {
  const { usage, help, options }: CommandEntry = commands[name];
  const isCompact = detail === 'normal' && Object.keys(options).length > fewOptions;
  return [
    `${usage}: ${help}`,
    '',
    ...(isCompact ? compactLines(options) : optionLines(options)),
    '',
    ...(isCompact ? [`podlint ${name} --help --verbose has a line for each.`] : []),
    exits,
  ];
}
