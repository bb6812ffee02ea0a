/**
 * What the commands of a manifest run, read without running anything: words, quotes, operators, redirections and
 * here-documents of the POSIX shell.
 */
export {
  argumentsOf,
  isShell,
  programOf,
  readCommandLine,
  wordsOfContainer,
  type CommandLine,
} from './command-line.js';
export type { ShellCommand } from './commands.js';
export { certainSleepSeconds, sleepSeconds } from './sleep.js';
export { wrapperIndex } from './wrappers.js';
