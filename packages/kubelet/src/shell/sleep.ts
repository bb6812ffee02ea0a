import { own } from '@podlint/plain';
import { argumentsOf, programOf } from './command-line.js';
import type { ShellCommand } from './commands.js';

const secondsIn: Readonly<Record<string, number>> = { '': 1, s: 1, m: 60, h: 3600, d: 86_400 };
const amount = /^(\d+(?:\.\d*)?|\.\d+)([smhd]?)$/;

/**
 * How many seconds a `sleep` takes: several durations add up, as in GNU's; undefined for any other command and for what
 * only a running shell knows.
 */
export function sleepSeconds(command: ShellCommand): number | undefined {
  if (programOf(command) !== 'sleep') return undefined;
  const words = argumentsOf(command);
  if (words.length === 0) return undefined;
  return words.reduce<number | undefined>(
    (sum, { text, isLiteral }) => (sum === undefined || !isLiteral ? undefined : add(sum, text)),
    0,
  );
}

function add(sum: number, text: string): number | undefined {
  if (text === 'infinity' || text === 'inf') return Infinity;
  const found = amount.exec(text);
  return found ? sum + Number(found[1]) * own(secondsIn, found[2]!)! : undefined;
}

/**
 * The seconds that commands sleep for sure: one after the other, not in a loop or a condition, not in the background,
 * not only after a failure.
 */
export function certainSleepSeconds(commands: readonly ShellCommand[]): number {
  return commands.reduce((sum, command) => (isCertain(command) ? sum + (sleepSeconds(command) ?? 0) : sum), 0);
}

function isCertain({ enclosing, before, after }: ShellCommand): boolean {
  return enclosing.every(({ construct }) => construct === 'group') && before?.text !== '||' && after?.text !== '&';
}
