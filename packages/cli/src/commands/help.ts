import type { Console } from '../command-line/console.js';
import { type ExitCode, exitCode } from '../command-line/exit-code.js';
import { optionLines } from '../command-line/help-text.js';
import type { CommandEntry } from './command.js';
import { type CommandName, commands } from './table.js';

/** The help of one command; without a name that of all, with the options of `check`. */
export function help({ stdout }: Console, name: CommandName | undefined): ExitCode {
  const entries: readonly CommandEntry[] = name ? [commands[name]] : Object.values(commands);
  const width = Math.max(...entries.map(({ usage }) => usage.length));
  const lines = [
    'Would the API server take these Kubernetes manifests, and where is the mistake?',
    '',
    ...entries.map(({ usage, help }) => `  ${usage.padEnd(width)}  ${help}`),
    '',
    name ? 'Options:' : 'Options of check:',
    ...optionLines(commands[name ?? 'check'].options),
    '',
    'Exit: 0 fine, 1 findings, 2 wrong usage or nothing to check, 3 internal error',
  ];
  stdout.write(`${lines.join('\n')}\n`);
  return exitCode.clean;
}
