import type { Console } from '../command-line/console.js';
import type { ExitCode } from '../command-line/exit-code.js';
import type { OptionTable } from '../command-line/options.js';

/** A command runs on the arguments behind its name. It throws UsageError for what the user can mend. */
export type Command = (args: readonly string[], console: Console) => ExitCode | Promise<ExitCode>;

/** What the help text, completion scripts and the manual page say of a command. */
export interface CommandEntry {
  /** The arguments, for the help text. */
  readonly usage: string;
  readonly help: string;
  readonly options: OptionTable;
}
