import { programOf, readCommandLine, sleepSeconds, wordsOfContainer, type ShellCommand } from '../shell/index.js';
import type { Decoded, core } from '@podlint/model';

export interface Sleep {
  readonly seconds: number;
  /** The commands themselves: `sleep 30`. */
  readonly commands: readonly string[];
}

/** Commands that take next to no time and start nothing that would answer a probe. */
const quick: ReadonlySet<string> = new Set([
  ':',
  'cat',
  'cd',
  'chmod',
  'chown',
  'cp',
  'date',
  'echo',
  'export',
  'ln',
  'mkdir',
  'printf',
  'set',
  'shopt',
  'touch',
  'trap',
  'true',
  'ulimit',
  'umask',
  'unset',
]);
const inSequence: ReadonlySet<string | undefined> = new Set([undefined, '&&', ';', '\n']);

/**
 * How long a container's shell script sleeps before it runs something else (`sleep 30 && exec server`); undefined: it
 * does not.
 */
export function sleepBeforeStart(container: Decoded<core.Container>): Sleep | undefined {
  const words = wordsOfContainer(container);
  if (!words?.some((word) => word.includes('sleep'))) return undefined;
  const sleeps: ShellCommand[] = [];
  for (const command of readCommandLine(words)?.commands ?? []) {
    if (command.enclosing.some(({ construct }) => construct === 'function')) continue;
    if (!inSequence.has(command.before?.text)) return undefined;
    const isSleep = programOf(command) === 'sleep';
    if (isConditional(command) || !(isSleep || isQuick(command))) return totalOf(sleeps);
    if (!inSequence.has(command.after?.text)) return undefined;
    if (isSleep) sleeps.push(command);
  }
  return undefined;
}

function isConditional({ enclosing }: ShellCommand): boolean {
  return enclosing.some(({ construct }) => construct !== 'group');
}

/** Assignments and redirections alone run nothing. */
function isQuick(command: ShellCommand): boolean {
  return command.words.length === 0 || quick.has(programOf(command) ?? '');
}

/** Undefined as well if only a running shell knows how long it sleeps. */
function totalOf(sleeps: readonly ShellCommand[]): Sleep | undefined {
  const seconds = sleeps.reduce((sum, command) => sum + (sleepSeconds(command) ?? NaN), 0);
  return seconds > 0 && Number.isFinite(seconds)
    ? { seconds, commands: sleeps.map(({ words }) => words.map(({ text }) => text).join(' ')) }
    : undefined;
}
