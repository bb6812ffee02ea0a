import { versions } from '@podlint/model';

import type { OptionSpec } from '../../command-line/options.js';
import type { CommandEntry } from '../command.js';
import { formats, presets, severities } from '../check/choices.js';
import { ruleEntries } from '../rules/entries.js';
import { commands } from '../table.js';
import { shells } from './shells.js';

/**
 * What can stand at a place of the command line: some words, or names of files. `open`: more has to follow the word.
 */
export type Values = { readonly words: readonly string[]; readonly open?: true } | 'files' | 'anything';

export interface CompletedOption {
  /** `--preset`, and `-q` */
  readonly names: readonly string[];
  readonly help: string;
  /** Undefined: a switch. */
  readonly takes?: Values;
  readonly valueIsOptional: boolean;
}

/** A command, as a completion script knows it. */
export interface CompletedCommand {
  readonly name: string;
  readonly help: string;
  readonly options: readonly CompletedOption[];
  readonly takes: Values;
}

/** Every command, from the tables that the command itself goes by. */
export function completedCommands(): CompletedCommand[] {
  return Object.entries<CommandEntry>(commands).map(([name, { help, usage, options }]) => ({
    name,
    help,
    options: Object.entries<OptionSpec>(options).map(([option, spec]) => completedOption(option, spec)),
    takes: valuesOf(/[A-Z]+/.exec(usage)?.[0]),
  }));
}

function completedOption(name: string, { short, value, help, valueIsOptional }: OptionSpec): CompletedOption {
  return {
    names: [`--${name}`, ...(short ? [`-${short}`] : [])],
    help,
    valueIsOptional: valueIsOptional === true,
    ...(value === undefined ? {} : { takes: valuesOf(value) }),
  };
}

/** By what stands for the value in the help text. */
function valuesOf(placeholder: string | undefined): Values {
  switch (placeholder) {
    case 'VERSION':
      return { words: versions.map(({ name }) => name) };
    case 'FORMAT[=FILE]':
      return { words: formats };
    case 'FORMAT':
      return { words: ['text', 'json'] };
    case 'PRESET':
      return { words: presets };
    case 'SEVERITY':
      return { words: severities };
    case 'SHELL':
      return { words: shells };
    case 'ID':
      return { words: ruleIds() };
    case 'ID|all':
      return { words: ['all', ...ruleIds()] };
    case 'ID=LEVEL':
      return { words: ruleIds().map((id) => `${id}=`), open: true };
    case 'FILE':
    case 'PATH':
    case 'GLOB':
    case 'DIR':
    case 'OLD':
    case 'REPORT':
      return 'files';
    default:
      return 'anything';
  }
}

function ruleIds(): string[] {
  return ruleEntries().map(({ id }) => id);
}
